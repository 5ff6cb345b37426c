package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.money.Rounding;
import org.triviumcrm.shared.web.NotFound;

/** What is to be reached, by whom, and how much of it has been. */
@Service
class QuotaService {

    private final QuotaRepository quotas;
    private final QuotaTree tree;
    private final Attainments attainments;
    private final Companies companies;
    private final Clock clock;

    QuotaService(QuotaRepository quotas, QuotaTree tree, Attainments attainments, Companies companies, Clock clock) {
        this.quotas = quotas;
        this.tree = tree;
        this.attainments = attainments;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewQuotas
    @Transactional(readOnly = true)
    public QuotaPage page(Viewer viewer, QuotaFilter filter) {
        Period period = filter.in(YearMonth.now(clock.withZone(viewer.zone())));
        QuotaSubject by = filter.by() == null || filter.by() == QuotaSubject.COMPANY ? usual(viewer) : filter.by();
        Map<QuotaSubject, Map<Long, Quotas>> said = new HashMap<>();
        Stream.of(by, by == QuotaSubject.TEAM ? QuotaSubject.PERSON : by, QuotaSubject.COMPANY)
                .distinct()
                .forEach(kind ->
                        said.put(kind, quotas.ofYear(filter.measured(), kind, filter.pipeline(), period.year())));
        Map<Long, Map<YearMonth, BigDecimal>> attained = attainments.of(
                viewer, filter, by, period.start(), period.start().plusMonths(period.months() - 1L));
        List<Long> wanted =
                new ArrayList<>(said.getOrDefault(by == QuotaSubject.TEAM ? QuotaSubject.PERSON : by, Map.of())
                        .keySet());
        if (by != QuotaSubject.TEAM) {
            wanted.addAll(attained.keySet());
        }
        List<Period> columns = new ArrayList<>(List.of(period));
        columns.addAll(period.parts());
        return new QuotaPage(
                period,
                by,
                filter.measured(),
                filter.pipeline(),
                columns,
                rows(tree.tops(viewer, by, wanted)).stream()
                        .map(node -> new QuotaPage.Row(
                                node,
                                columns.stream()
                                        .map(column -> cell(node, column, said, attained, filter))
                                        .toList(),
                                filter.href(QuotaLinks.page(node.subject(), node.id()), period, null)))
                        .toList(),
                kinds(viewer),
                attainments.measures(),
                companies.currency(),
                filter);
    }

    /** The company and its teams, or all of another kind, in their order. */
    private static List<QuotaNode> rows(List<QuotaNode> tops) {
        return tops.stream()
                .flatMap(top -> top.subject() == QuotaSubject.COMPANY
                        ? Stream.concat(Stream.of(top), top.below().stream().flatMap(one -> one.flat().stream()))
                        : top.flat().stream())
                .toList();
    }

    private static QuotaSubject usual(Viewer viewer) {
        return kinds(viewer).get(0);
    }

    private static List<QuotaSubject> kinds(Viewer viewer) {
        List<QuotaSubject> kinds = new ArrayList<>();
        if (QuotaTree.seesTeams(viewer)) {
            kinds.add(QuotaSubject.TEAM);
        }
        kinds.add(QuotaSubject.PERSON);
        if (QuotaTree.seesAll(viewer)) {
            kinds.addAll(List.of(QuotaSubject.PRODUCT, QuotaSubject.REGION));
        }
        return kinds;
    }

    private static QuotaCell cell(
            QuotaNode node,
            Period period,
            Map<QuotaSubject, Map<Long, Quotas>> said,
            Map<Long, Map<YearMonth, BigDecimal>> attained,
            QuotaFilter filter) {
        Quotas own = said.getOrDefault(node.subject(), Map.of()).getOrDefault(node.id(), Quotas.NONE);
        BigDecimal amount = own.of(period);
        BigDecimal below = node.below().stream()
                .map(one -> said.getOrDefault(one.subject(), Map.of())
                        .getOrDefault(one.id(), Quotas.NONE)
                        .of(period))
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        Collection<Long> counted = node.subject() == QuotaSubject.COMPANY ? attained.keySet() : node.counted();
        return new QuotaCell(
                period,
                amount,
                own.difference(period),
                amount == null || below == null || below.compareTo(amount) == 0 ? null : below.subtract(amount),
                counted.stream()
                        .map(id -> Attainments.sum(attained.getOrDefault(id, Map.of()), period))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                QuotaLinks.rows(filter, node, period));
    }

    /** @throws NotFound for one that the viewer does not see */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public QuotaNode node(Viewer viewer, QuotaSubject subject, long id) {
        QuotaNode node = tree.find(viewer, subject, id);
        if (node == null) {
            throw new NotFound();
        }
        return node;
    }

    @CanViewQuotas
    @Transactional(readOnly = true)
    public Quotas of(Viewer viewer, QuotaFilter filter, QuotaNode node, int year) {
        return quotas.of(filter.key(node.subject(), node.id()), YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    /**
     * Puts others in the place of all quotas of a year; those that are zero or missing are none.
     *
     * @throws NotFound for one that the viewer does not see
     */
    @CanManageQuotas
    @Transactional
    public void save(Viewer viewer, QuotaFilter filter, QuotaSubject subject, long id, int year, Quotas said) {
        node(viewer, subject, id);
        replace(viewer, filter.key(subject, id), year, said);
    }

    /**
     * Divides the quotas of a year over those below.
     *
     * @param weights by their place among those below
     * @return how many have got one
     */
    @CanManageQuotas
    @Transactional
    public int divide(Viewer viewer, QuotaFilter filter, QuotaNode node, int year, List<BigDecimal> weights) {
        Quotas above = of(viewer, filter, node, year);
        List<Quotas> parts = QuotaShares.down(year, above, weights, Rounding.of(companies.currency()));
        for (int at = 0; at < parts.size(); at++) {
            QuotaNode below = node.below().get(at);
            replace(viewer, filter.key(below.subject(), below.id()), year, parts.get(at));
        }
        return parts.size();
    }

    private void replace(Viewer viewer, QuotaKey key, int year, Quotas said) {
        Instant now = clock.instant();
        quotas.replace(key, year, said, viewer.isJob() ? null : viewer.personId(), now);
    }
}
