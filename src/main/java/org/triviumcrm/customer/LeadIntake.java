package org.triviumcrm.customer;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/** Makes leads of people who turned up elsewhere, such as in a talk on a website. Implemented by the module that owns leads. */
public interface LeadIntake {

    /** Somebody who may buy something. @param source how we know of them, in words; @param note what they said */
    record NewLead(@Nullable String name, @Nullable String email, String source, String note) {}

    /** Whether the viewer may make one. */
    boolean isFor(Viewer viewer);

    /** The viewer is in charge of it. @return its id */
    long take(Viewer viewer, NewLead lead);

    /** Address of its page. */
    String path(long id);
}
