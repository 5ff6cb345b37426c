package org.triviumcrm.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/**
 * The cases of a record, for the module that owns it. Its page shows all of them, with what happened in each, by the htmx part
 * {@code /approvals/subjects/<type>/<id>}. Records that the viewer does not see have no cases.
 */
public interface ApprovalCases {

    /**
     * A case as the page of its record mentions it.
     *
     * @param returned whether it waits for changes by its submitter; else, while it is open, for those who are asked
     * @param asked names of those whose decision it waits for
     */
    record Summary(
            long id,
            boolean open,
            boolean returned,
            String submitter,
            Instant submittedAt,
            @Nullable Instant finishedAt,
            List<String> asked) {

        public Summary {
            asked = List.copyOf(asked);
        }

        /** The page of the case. */
        public String url() {
            return "/approvals/cases/" + id;
        }
    }

    /** The newest first, twenty at most. */
    List<Summary> of(Viewer viewer, String type, long subjectId);

    /** The one that the record waits for. */
    Optional<Summary> open(Viewer viewer, String type, long subjectId);
}
