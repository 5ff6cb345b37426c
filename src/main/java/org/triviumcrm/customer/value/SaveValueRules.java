package org.triviumcrm.customer.value;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What makes the classes, as typed.
 *
 * @param months of revenue that count, until today
 * @param shareA per cent of the revenue that class A brings
 * @param shareB per cent that classes A and B bring together
 * @param again whether the months before are put into classes by them as well
 */
public record SaveValueRules(
        @NotNull(message = "{customer.value.error.months}")
        @Min(value = 1, message = "{customer.value.error.months}")
        @Max(value = 120, message = "{customer.value.error.months}")
        Integer months,

        @NotNull(message = "{customer.value.error.shareA}")
        @Min(value = 1, message = "{customer.value.error.shareA}")
        @Max(value = 99, message = "{customer.value.error.shareA}")
        Integer shareA,

        @NotNull(message = "{customer.value.error.shareB}")
        @Min(value = 2, message = "{customer.value.error.shareB}")
        @Max(value = 100, message = "{customer.value.error.shareB}")
        Integer shareB,

        @Nullable Boolean again) {

    /** What holds while nobody has said otherwise: four fifths and 95 % of a year. */
    static final SaveValueRules USUAL = new SaveValueRules(12, 80, 95, false);

    boolean isOrdered() {
        return shareA < shareB;
    }
}
