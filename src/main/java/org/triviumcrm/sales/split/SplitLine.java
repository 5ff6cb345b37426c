package org.triviumcrm.sales.split;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One person's share; a line with nothing in it counts as none. */
public class SplitLine {

    private @Nullable Long personId;

    @DecimalMin(value = "0.01", message = "{sales.split.error.percent}")
    @DecimalMax(value = "100", message = "{sales.split.error.percent}")
    @Digits(integer = 3, fraction = 2, message = "{sales.split.error.percent}")
    private @Nullable BigDecimal percent;

    public @Nullable Long getPersonId() {
        return personId;
    }

    public void setPersonId(@Nullable Long personId) {
        this.personId = personId;
    }

    /** Of the opportunity's amount, with two decimals at most. */
    public @Nullable BigDecimal getPercent() {
        return percent;
    }

    public void setPercent(@Nullable BigDecimal percent) {
        this.percent = percent;
    }

    boolean isBlank() {
        return personId == null && percent == null;
    }
}
