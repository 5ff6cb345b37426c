package org.triviumcrm.sales.pool;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** What a form about pools asks for and can't have. */
class PoolRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    PoolRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
