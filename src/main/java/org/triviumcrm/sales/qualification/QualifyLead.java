package org.triviumcrm.sales.qualification;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a lead: a customer that is there or a new one, a contact likewise, and an opportunity if wanted.
 *
 * @param newCustomer name of a new one, unless one is chosen
 * @param newContact name of a new one, unless one is chosen
 * @param opportunityName without it there is no opportunity
 * @param stageId where it begins, which says the pipeline, too
 */
record QualifyLead(
        @Nullable Long customerId,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String newCustomer,

        @Nullable Long contactId,

        @Nullable @Size(max = 200, message = "{form.tooLong}")
        String newContact,

        @Nullable @Size(max = 300, message = "{form.tooLong}")
        String opportunityName,

        @Nullable Long stageId,

        @Nullable
        @PositiveOrZero(message = "{sales.error.negative}")
        @Digits(integer = 17, fraction = 2, message = "{sales.error.amount}")
        BigDecimal amount,

        @Nullable @Size(min = 3, max = 3, message = "{sales.error.currency}")
        String currency,

        @Nullable LocalDate expectedCloseDate) {

    boolean hasCustomer() {
        return customerId != null || newCustomer != null;
    }

    boolean hasContact() {
        return contactId != null || newContact != null;
    }
}
