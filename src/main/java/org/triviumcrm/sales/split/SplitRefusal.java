package org.triviumcrm.sales.split;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.web.Refusal;

/** Why an opportunity is not split as a form asks. */
class SplitRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final String argument;

    /** @param field {@code lines[0].personId}, or null for the form as a whole */
    SplitRefusal(@Nullable String field, String messageKey, String argument) {
        super(field, messageKey);
        this.field = field;
        this.argument = argument;
    }

    @Override
    public void tell(Errors errors) {
        errors.rejectValue(field, key(), new Object[] {argument}, null);
    }
}
