package org.triviumcrm.sales.receivable;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a plan of payments as typed; one without an amount, and without a day, is no row. */
public class SavePayment {

    private @Nullable Long id;
    private @Nullable LocalDate dueOn;

    @Positive(message = "{sales.receivable.error.amount}")
    @Digits(integer = 15, fraction = 4, message = "{sales.receivable.error.amount}")
    private @Nullable BigDecimal amount;

    @Size(max = 500, message = "{form.tooLong}")
    private @Nullable String condition;

    static SavePayment of(Instalment one) {
        SavePayment row = new SavePayment();
        row.id = one.id();
        row.dueOn = one.dueOn();
        row.amount = ReceivableService.plain(one.amount());
        row.condition = one.condition();
        return row;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(@Nullable Long id) {
        this.id = id;
    }

    public @Nullable LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(@Nullable LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        this.amount = amount;
    }

    public @Nullable String getCondition() {
        return condition;
    }

    public void setCondition(@Nullable String condition) {
        this.condition = condition;
    }

    boolean isBlank() {
        return dueOn == null && amount == null && condition == null;
    }
}
