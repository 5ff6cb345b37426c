package org.triviumcrm.sales.quota;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedAmounts;
import org.triviumcrm.sales.AttainedRow;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.attained.AttainedRowRepository;
import org.triviumcrm.sales.attained.AttainedSource;

/** Quotas in what is won. Products know no scope: who does not see everything is told nothing of them. */
@Service
class WonAmounts implements AttainedAmounts {

    private final WonRepository won;
    private final AttainedRowRepository rows;

    WonAmounts(WonRepository won, AttainedRowRepository rows) {
        this.won = won;
        this.rows = rows;
    }

    @Override
    public QuotaMeasure measure() {
        return QuotaMeasure.WON;
    }

    @Override
    @CanViewQuotas
    @Transactional(readOnly = true)
    public List<Attained> attained(
            Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to, @Nullable Long pipeline) {
        Scope scope = viewer.scope("opportunity");
        if (AttainedAmounts.isKept(subject, scope)) {
            return List.of();
        }
        return won.won(scope, subject, from.atDay(1), to.atEndOfMonth(), pipeline).stream()
                .map(one -> new Attained(one.id(), YearMonth.from(one.month()), one.amount()))
                .toList();
    }

    @Override
    @CanViewQuotas
    @Transactional(readOnly = true)
    public List<AttainedRow> rows(Viewer viewer, AttainedRow.Asked asked) {
        Scope scope = viewer.scope("opportunity");
        return AttainedAmounts.isKept(asked.subject(), scope) ? List.of() : rows.rows(AttainedSource.WON, scope, asked);
    }
}
