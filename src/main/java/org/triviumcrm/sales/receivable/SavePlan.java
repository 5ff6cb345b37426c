package org.triviumcrm.sales.receivable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.money.Rounding;

/** When a contract is to be paid, as typed row by row. */
public class SavePlan {

    static final int MOST = 240;

    @Size(max = MOST, message = "{sales.receivable.error.tooMany}")
    private List<@Valid SavePayment> rows = new ArrayList<>();

    /** What the plan looked like when the form was opened: its rows, as {@code id:amount:received}. */
    private String seen = "";

    /** The plan as it is, or as it would be divided. */
    static SavePlan of(Receivables now, DividePlan division, Rounding rounding) {
        SavePlan plan = new SavePlan();
        plan.seen = seen(now.instalments());
        if (division.isComplete()) {
            plan.rows.addAll(division.rows(now.total(), now.currency(), rounding));
        } else {
            now.instalments().forEach(one -> plan.rows.add(SavePayment.of(one)));
        }
        return plan;
    }

    static String seen(List<Instalment> instalments) {
        return instalments.stream()
                .map(one -> one.id() + ":" + one.dueOn() + ":" + ReceivableService.plain(one.amount()))
                .collect(Collectors.joining(" "));
    }

    public List<SavePayment> getRows() {
        return rows;
    }

    public void setRows(List<SavePayment> rows) {
        this.rows = rows;
    }

    public String getSeen() {
        return seen;
    }

    /** @param seen null where there was no plan: empty fields come as nothing */
    public void setSeen(@Nullable String seen) {
        this.seen = seen == null ? "" : seen;
    }

    List<SavePayment> written() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }
}
