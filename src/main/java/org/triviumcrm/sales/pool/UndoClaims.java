package org.triviumcrm.sales.pool;

import jakarta.validation.constraints.Size;
import java.util.List;

/** What was claimed and is not wanted after all. */
record UndoClaims(
        @Size(max = ChooseFromPool.MOST, message = "{sales.pool.error.many}")
        List<Long> ids) {

    /** A form that names nothing sends no list. */
    @SuppressWarnings("NullAway")
    UndoClaims {
        ids = ids == null ? List.of() : List.copyOf(ids);
    }
}
