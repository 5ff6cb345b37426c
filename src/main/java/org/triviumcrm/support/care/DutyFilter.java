package org.triviumcrm.support.care;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which duties of a plan are shown, and after which one. */
record DutyFilter(
        long planId,
        @Nullable Long person,
        @Nullable DutyState state,
        @Nullable LocalDate afterDay,
        @Nullable Long afterId) {}
