package org.triviumcrm.sales.signing;

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

/** Quotas in what is signed. Products know no scope: who does not see everything is told nothing of them. */
@Service
class SignedAmounts implements AttainedAmounts {

    private final GainRepository signed;
    private final AttainedRowRepository rows;

    SignedAmounts(GainRepository signed, AttainedRowRepository rows) {
        this.signed = signed;
        this.rows = rows;
    }

    @Override
    public QuotaMeasure measure() {
        return QuotaMeasure.SIGNED;
    }

    @Override
    @CanViewSignedAmounts
    @Transactional(readOnly = true)
    public List<Attained> attained(
            Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to, @Nullable Long pipeline) {
        Scope scope = viewer.scope("contract");
        if (AttainedAmounts.isKept(subject, scope)) {
            return List.of();
        }
        return signed.gained(AttainedSource.SIGNED, scope, subject, from.atDay(1), to.atEndOfMonth(), pipeline).stream()
                .map(one -> new Attained(one.id(), YearMonth.from(one.month()), one.amount()))
                .toList();
    }

    @Override
    @CanViewSignedAmounts
    @Transactional(readOnly = true)
    public List<AttainedRow> rows(Viewer viewer, AttainedRow.Asked asked) {
        Scope scope = viewer.scope("contract");
        return AttainedAmounts.isKept(asked.subject(), scope)
                ? List.of()
                : rows.rows(AttainedSource.SIGNED, scope, asked);
    }
}
