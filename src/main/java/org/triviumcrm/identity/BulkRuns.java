package org.triviumcrm.identity;

import java.util.Optional;
import org.triviumcrm.shared.list.MatchingRows;

/** Begins a {@link BulkAction} with records that were chosen elsewhere than in their own list, such as those on a target list. */
public interface BulkRuns {

    /**
     * Notes the records as they are now, in the caller's transaction; a few are worked off at once, more of them in the background.
     *
     * @param noun kind of the records
     * @param key of the action
     * @param input of the action's type, checked
     * @return the number of the run, whose page is {@code /bulk-runs/<number>}; empty when there are no such records
     * @throws org.springframework.security.access.AccessDeniedException when there is no such action for the viewer
     * @throws org.triviumcrm.shared.web.NotFound when the input names what is not there for the viewer
     * @throws org.triviumcrm.shared.web.Refusal when the input makes no sense
     */
    Optional<Long> begin(Viewer viewer, String noun, String key, MatchingRows rows, Object input);
}
