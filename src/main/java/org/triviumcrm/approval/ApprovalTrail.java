package org.triviumcrm.approval;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about records, for documents that say so. */
public interface ApprovalTrail {

    /**
     * A decision of somebody who was asked.
     *
     * @param person who decided
     * @param kind APPROVED, REJECTED or RETURNED; message {@code approval.task.state.<kind>}
     */
    record Decision(
            Instant at,
            String step,
            String person,
            String kind,
            @Nullable String remark) {}

    /** Those about a record, the earliest first. Whoever asks has made sure that the reader sees the record. */
    List<Decision> of(String subjectType, long subjectId);
}
