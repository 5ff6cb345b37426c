package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.money.Rounding;

/** A year of one's quotas, and what it may come to. */
@Service
class QuotaYearService {

    private final QuotaService quotas;
    private final Attainments attainments;
    private final Companies companies;
    private final Clock clock;

    QuotaYearService(QuotaService quotas, Attainments attainments, Companies companies, Clock clock) {
        this.quotas = quotas;
        this.attainments = attainments;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewQuotas
    @Transactional(readOnly = true)
    public QuotaYear of(Viewer viewer, QuotaFilter filter, QuotaSubject subject, long id) {
        YearMonth present = YearMonth.now(clock.withZone(viewer.zone()));
        int year = filter.in(present).year();
        YearMonth last = YearMonth.of(year, 12);
        QuotaNode node = quotas.node(viewer, subject, id);
        YearMonth from = present.isAfter(last) ? YearMonth.of(year, 1) : present.minusMonths(Trend.PAST);
        Map<YearMonth, BigDecimal> attained = attainments.of(viewer, filter, node, from, last);
        Quotas said = quotas.of(viewer, filter, node, year);
        return new QuotaYear(
                node,
                year,
                periods(year).stream()
                        .map(period -> new QuotaCell(
                                period,
                                said.of(period),
                                said.difference(period),
                                null,
                                Attainments.sum(attained, period),
                                QuotaLinks.rows(filter, node, period)))
                        .toList(),
                Trend.of(attained, present, last),
                filter,
                companies.currency(),
                viewer.can("sales.target.manage"),
                present.isAfter(last));
    }

    /** The year, then each quarter before its months. */
    private static List<Period> periods(int year) {
        List<Period> periods = new ArrayList<>(List.of(Period.year(year)));
        Period.year(year).parts().forEach(quarter -> {
            periods.add(quarter);
            periods.addAll(quarter.parts());
        });
        return periods;
    }

    /**
     * A year's amount over its months, alike or as the year before went.
     *
     * @param amount what the year is to bring
     */
    @CanManageQuotas
    @Transactional(readOnly = true)
    public Quotas spread(
            Viewer viewer, QuotaFilter filter, QuotaNode node, int year, BigDecimal amount, boolean season) {
        YearMonth before = YearMonth.of(year - 1, 1);
        Map<YearMonth, BigDecimal> attained =
                season ? attainments.of(viewer, filter, node, before, before.plusMonths(11)) : Map.of();
        List<BigDecimal> weights = IntStream.range(0, 12)
                .mapToObj(at -> attained.getOrDefault(before.plusMonths(at), BigDecimal.ZERO)
                        .max(BigDecimal.ZERO))
                .toList();
        return QuotaShares.overMonths(year, amount, weights, Rounding.of(companies.currency()));
    }

    /** What those below have attained in the year before, in their order: what a quota is divided by unless something else is said. */
    @CanManageQuotas
    @Transactional(readOnly = true)
    public List<BigDecimal> before(Viewer viewer, QuotaFilter filter, QuotaNode node, int year) {
        YearMonth before = YearMonth.of(year - 1, 1);
        return attainments.below(viewer, filter, node, before, before.plusMonths(11)).stream()
                .map(amount -> amount.max(BigDecimal.ZERO).setScale(0, RoundingMode.HALF_UP))
                .toList();
    }
}
