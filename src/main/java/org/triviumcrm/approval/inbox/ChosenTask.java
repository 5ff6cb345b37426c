package org.triviumcrm.approval.inbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something that somebody is about to decide. */
public record ChosenTask(
        long id,
        long caseId,
        String title,
        String subjectType,
        String trigger,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String submitter) {}
