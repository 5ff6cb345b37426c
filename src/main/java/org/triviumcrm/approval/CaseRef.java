package org.triviumcrm.approval;

import org.jspecify.annotations.Nullable;

/** A case as other modules see one. */
public record CaseRef(
        long id,
        String subjectType,
        long subjectId,
        String trigger,
        @Nullable Long target,
        long submitterId) {}
