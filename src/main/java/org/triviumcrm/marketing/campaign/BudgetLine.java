package org.triviumcrm.marketing.campaign;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a part of a campaign's money is meant for, in the campaign's currency. */
@Embeddable
public class BudgetLine {

    private long categoryId;
    private BigDecimal amount;
    private @Nullable String note;

    @SuppressWarnings("NullAway")
    protected BudgetLine() {}

    BudgetLine(long categoryId, BigDecimal amount, @Nullable String note) {
        this.categoryId = categoryId;
        this.amount = amount;
        this.note = note;
    }

    public long getCategoryId() {
        return categoryId;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public @Nullable String getNote() {
        return note;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BudgetLine line
                && line.categoryId == categoryId
                && line.amount.compareTo(amount) == 0
                && Objects.equals(line.note, note);
    }

    @Override
    public int hashCode() {
        return Objects.hash(categoryId, amount.stripTrailingZeros(), note);
    }
}
