package org.triviumcrm.sales.signing;

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
import org.triviumcrm.sales.signing.GainRepository.Source;

/** Quotas in what is signed. Products know no scope: who does not see everything is told nothing of them. */
@Service
class SignedAmounts implements AttainedAmounts {

    private final GainRepository signed;

    SignedAmounts(GainRepository signed) {
        this.signed = signed;
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
        if (subject == QuotaSubject.PRODUCT && !(scope instanceof Scope.Everything)) {
            return List.of();
        }
        return signed.gained(Source.SIGNED, scope, subject, from.atDay(1), to.atEndOfMonth(), pipeline).stream()
                .map(one -> new Attained(one.id(), YearMonth.from(one.month()), one.amount()))
                .toList();
    }
}
