package org.triviumcrm.sales.territory;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a change of the tree is not possible. */
class TerritoryRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    TerritoryRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
