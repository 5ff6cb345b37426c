package org.triviumcrm.sales.receivable;

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
import org.triviumcrm.sales.attained.GainRepository;

/** Quotas in what has come in, refunds taken off; of products what their contracts have brought says it. */
@Service
class ReceivedAmounts implements AttainedAmounts {

    private final GainRepository gains;
    private final AttainedRowRepository rows;

    ReceivedAmounts(GainRepository gains, AttainedRowRepository rows) {
        this.gains = gains;
        this.rows = rows;
    }

    @Override
    public QuotaMeasure measure() {
        return QuotaMeasure.RECEIVED;
    }

    @Override
    @CanViewReceivedAmounts
    @Transactional(readOnly = true)
    public List<Attained> attained(
            Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to, @Nullable Long pipeline) {
        Scope scope = viewer.scope("contract");
        if (AttainedAmounts.isKept(subject, scope)) {
            return List.of();
        }
        return gains
                .gained(AttainedSource.RECEIVED, scope, subject, from.atDay(1), to.atEndOfMonth(), pipeline)
                .stream()
                .map(one -> new Attained(one.id(), YearMonth.from(one.month()), one.amount()))
                .toList();
    }

    @Override
    @CanViewReceivedAmounts
    @Transactional(readOnly = true)
    public List<AttainedRow> rows(Viewer viewer, AttainedRow.Asked asked) {
        Scope scope = viewer.scope("contract");
        return AttainedAmounts.isKept(asked.subject(), scope)
                ? List.of()
                : rows.rows(AttainedSource.RECEIVED, scope, asked);
    }
}
