package org.triviumcrm.sales.pool;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen on the page of pools: rows that were ticked, or all that its filters find.
 *
 * @param query of the list, as its address has it
 * @param personId who gets it, where it is given to somebody
 */
record ChooseFromPool(
        @Size(max = MOST, message = "{sales.pool.error.many}")
        List<Long> ids,

        @Nullable Boolean all,
        @Size(max = 4000) @Nullable String query,
        @Nullable Long personId) {

    static final int MOST = 200;

    /** A form in which nothing is ticked sends no list, and says nothing of all. */
    @SuppressWarnings("NullAway")
    ChooseFromPool {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }

    boolean isAll() {
        return Boolean.TRUE.equals(all);
    }
}
