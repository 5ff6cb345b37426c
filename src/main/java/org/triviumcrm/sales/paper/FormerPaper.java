package org.triviumcrm.sales.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper that was released once and was changed or withdrawn since, as it had left.
 *
 * @param sha256 of its bytes, in hexadecimal digits
 * @param releasedBy name of who has released it; null when it was nobody, or they are not known
 * @param voidAt when it became a draft again
 */
public record FormerPaper(
        long id,
        String name,
        String sha256,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        Instant voidAt) {}
