package org.triviumcrm.sales.attribution;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.web.Refusal;

/** Why an opportunity is not attributed as a form asks. */
class AttributionRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    private final @Nullable String field;
    private final String argument;

    /** @param field {@code lines[0].campaignId}, or null for the form as a whole */
    AttributionRefusal(@Nullable String field, String messageKey, String argument) {
        super(field, messageKey);
        this.field = field;
        this.argument = argument;
    }

    @Override
    public void tell(Errors errors) {
        errors.rejectValue(field, key(), new Object[] {argument}, null);
    }
}
