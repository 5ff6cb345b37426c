package org.triviumcrm.marketing.campaign;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a budget as typed; one with neither amount nor category nor note is not there. */
public class SaveBudgetLine {

    private @Nullable Long categoryId;

    @PositiveOrZero(message = "{marketing.budget.error.amount}")
    @Digits(integer = 17, fraction = 2, message = "{marketing.budget.error.amount}")
    private @Nullable BigDecimal amount;

    @Size(max = 300, message = "{form.tooLong}")
    private @Nullable String note;

    public @Nullable Long getCategoryId() {
        return categoryId;
    }

    public void setCategoryId(@Nullable Long categoryId) {
        this.categoryId = categoryId;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    boolean isBlank() {
        return categoryId == null && amount == null && note == null;
    }
}
