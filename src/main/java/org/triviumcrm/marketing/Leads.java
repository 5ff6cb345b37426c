package org.triviumcrm.marketing;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** Leads, for modules that make something of them. */
public interface Leads {

    /** Whether the viewer sees it. */
    boolean isSeen(Viewer viewer, long id);

    /** @throws NotFound when the viewer does not see it */
    LeadFacts find(Viewer viewer, long id);

    /**
     * The same, and nobody else changes it until the caller's transaction ends.
     *
     * @throws NotFound when the viewer does not see it
     */
    LeadFacts hold(Viewer viewer, long id);

    /**
     * It is qualified, in the caller's transaction, which holds it.
     *
     * @param customerId who it is now; null when only the person is known
     * @return the version that it has then
     */
    int qualify(Viewer viewer, long id, @Nullable Long customerId, @Nullable Long contactId);

    /** Whoever it is looks after it from now on. */
    void give(Viewer viewer, long id, long personId);

    /** Takes that back: somebody works on it again. */
    void takeBack(Viewer viewer, long id);
}
