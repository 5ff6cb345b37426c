package org.triviumcrm.customer.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** What activities cost, and what those about a record add up to. */
@Service
class CostService {

    private final TimelineRepository timelines;
    private final CompanyAmounts amounts;
    private final Companies companies;

    CostService(TimelineRepository timelines, CompanyAmounts amounts, Companies companies) {
        this.timelines = timelines;
        this.amounts = amounts;
        this.companies = companies;
    }

    @SignedIn
    List<String> currencies(Viewer viewer) {
        return amounts.currencies(viewer);
    }

    /**
     * The costs of what the record's timeline shows; a task counts once it is done.
     *
     * @param types of records that an activity can be about
     * @param worth of the record, in the company's currency
     */
    @SignedIn
    @Transactional(readOnly = true)
    CostSummary of(Viewer viewer, About about, Collection<String> types, @Nullable BigDecimal worth) {
        List<CostSummary.OfKind> spent = timelines.costs(viewer, about, types);
        return new CostSummary(spent, spent.isEmpty() ? "" : companies.currency(), worth);
    }

    /**
     * The cost as typed. What was converted before stays so until the amount changes.
     *
     * @param at when the activity was
     * @throws NoCostRate when it can't be converted
     */
    @SignedIn
    @Nullable
    Cost of(Viewer viewer, LogActivity input, Instant at, @Nullable Cost before) {
        BigDecimal amount = input.cost();
        if (amount == null || amount.signum() == 0) {
            return null;
        }
        CostKind kind = input.costKind() == null ? CostKind.OTHER : input.costKind();
        String currency = input.costCurrency() == null ? companies.currency() : input.costCurrency();
        if (before != null && before.isOf(amount, currency)) {
            return before.as(kind);
        }
        BigDecimal base = amounts.inCompanyCurrency(viewer, amount, currency, LocalDate.ofInstant(at, viewer.zone()))
                .orElseThrow(NoCostRate::new);
        return new Cost(kind, amount, currency, base);
    }
}
