package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of a budget as a page shows it. */
public record BudgetRow(
        long categoryId,
        String category,
        BigDecimal amount,
        @Nullable String note) {

    /** As its form begins. */
    SaveBudgetLine toInput() {
        SaveBudgetLine line = new SaveBudgetLine();
        line.setCategoryId(categoryId);
        line.setAmount(amount);
        line.setNote(note);
        return line;
    }
}
