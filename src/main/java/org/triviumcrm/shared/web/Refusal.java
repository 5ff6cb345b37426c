package org.triviumcrm.shared.web;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why a use case does not do what a form asks for; shown in the form. Its message is a message key. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;

    /** @param field where the form shows it, null for the form as a whole */
    protected Refusal(@Nullable String field, String messageKey) {
        super(messageKey);
        this.field = field;
    }

    public void tell(Errors errors) {
        if (field == null) {
            errors.reject(key());
        } else {
            errors.rejectValue(field, key());
        }
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
