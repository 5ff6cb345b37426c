package org.triviumcrm.sales.opportunity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said when it is decided how an opportunity ended.
 *
 * @param on the day it was decided
 * @param reasonId why it was lost or given up
 */
record Ending(
        LocalDate on,
        @Nullable Long reasonId,
        @Nullable String summary,
        @Nullable String lessons) {}
