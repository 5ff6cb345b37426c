package org.triviumcrm.identity.person;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a change of a person is not possible. */
class PersonRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    PersonRefusal(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
