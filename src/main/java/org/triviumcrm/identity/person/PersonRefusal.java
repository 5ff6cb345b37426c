package org.triviumcrm.identity.person;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why a change of a person is not possible. Its message is a message key. */
class PersonRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;

    /**
     * @param field where the form shows it, null for the form as a whole
     */
    PersonRefusal(@Nullable String field, String messageKey) {
        super(messageKey);
        this.field = field;
    }

    void tell(Errors errors) {
        if (field == null) {
            errors.reject(key());
        } else {
            errors.rejectValue(field, key());
        }
    }

    String key() {
        return String.valueOf(getMessage());
    }
}
