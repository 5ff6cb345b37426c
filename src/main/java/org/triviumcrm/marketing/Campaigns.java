package org.triviumcrm.marketing;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/** Campaigns, for modules that name them. */
public interface Campaigns {

    /** What it is called; null when the viewer does not see it, or no campaigns at all. */
    @Nullable
    String name(Viewer viewer, long id);
}
