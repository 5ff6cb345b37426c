package org.triviumcrm.sales.receivable;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedAmounts;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.signing.GainRepository;
import org.triviumcrm.sales.signing.GainRepository.Source;

/** Quotas in what has come in, refunds taken off; of products nobody can say it. */
@Service
class ReceivedAmounts implements AttainedAmounts {

    private final GainRepository gains;

    ReceivedAmounts(GainRepository gains) {
        this.gains = gains;
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
        return gains.gained(Source.RECEIVED, scope, subject, from.atDay(1), to.atEndOfMonth(), pipeline).stream()
                .map(one -> new Attained(one.id(), YearMonth.from(one.month()), one.amount()))
                .toList();
    }
}
