package org.triviumcrm.marketing.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The budget of a campaign as typed, line by line. */
public class SaveBudget {

    @Size(max = 100, message = "{marketing.budget.error.tooMany}")
    private List<@Valid SaveBudgetLine> lines = new ArrayList<>();

    private int version;

    public List<SaveBudgetLine> getLines() {
        return lines;
    }

    public void setLines(List<SaveBudgetLine> lines) {
        this.lines = lines;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    /** All lines together. */
    BigDecimal total() {
        return lines.stream()
                .map(SaveBudgetLine::getAmount)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** @throws IllegalStateException when a line lacks its amount or its category; the form was checked before */
    List<BudgetLine> toLines() {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> new BudgetLine(
                        Objects.requireNonNull(line.getCategoryId()),
                        Objects.requireNonNull(line.getAmount()),
                        line.getNote()))
                .toList();
    }

    /** The same for approvals: a text that is the same for the same lines. */
    String asText() {
        StringBuilder text = new StringBuilder();
        for (BudgetLine line : toLines()) {
            String separator = text.isEmpty() ? "" : "\n";
            text.append(separator)
                    .append(line.getCategoryId())
                    .append(' ')
                    .append(line.getAmount().stripTrailingZeros().toPlainString())
                    .append(' ')
                    .append(line.getNote() == null ? "" : line.getNote());
        }
        return text.toString();
    }
}
