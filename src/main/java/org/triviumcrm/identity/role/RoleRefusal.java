package org.triviumcrm.identity.role;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a change of a role is not possible. */
class RoleRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    RoleRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
