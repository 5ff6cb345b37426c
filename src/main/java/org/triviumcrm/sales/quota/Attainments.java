package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedAmounts;
import org.triviumcrm.sales.AttainedAmounts.Attained;
import org.triviumcrm.sales.AttainedRow;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.web.NotFound;

/** How much of what is to be reached has been, in whatever it is measured. */
@Service
class Attainments {

    private final Map<QuotaMeasure, AttainedAmounts> measures;

    Attainments(List<AttainedAmounts> known) {
        this.measures = new LinkedHashMap<>();
        known.forEach(one -> measures.put(one.measure(), one));
    }

    /** What quotas can be measured in. */
    List<QuotaMeasure> measures() {
        return List.copyOf(measures.keySet());
    }

    static BigDecimal sum(Map<YearMonth, BigDecimal> byMonth, Period period) {
        return byMonth.entrySet().stream()
                .filter(entry -> !entry.getKey().isBefore(period.start())
                        && entry.getKey().isBefore(period.next().start()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The rows that add up to what one has attained in a period. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public List<AttainedRow> rows(
            Viewer viewer,
            QuotaFilter filter,
            QuotaNode node,
            Period period,
            AttainedRow.@Nullable After after,
            int limit) {
        List<Long> ids = node.subject() == QuotaSubject.COMPANY ? List.of() : node.counted();
        return known(filter)
                .rows(
                        viewer,
                        new AttainedRow.Asked(
                                node.subject(), ids, period.first(), period.last(), filter.pipeline(), after, limit));
    }

    private AttainedAmounts known(QuotaFilter filter) {
        AttainedAmounts known = measures.get(filter.measured());
        if (known == null) {
            throw new NotFound();
        }
        return known;
    }

    /** What all of a kind have attained that the viewer sees, by their ids and months. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public Map<Long, Map<YearMonth, BigDecimal>> of(
            Viewer viewer, QuotaFilter filter, QuotaSubject by, YearMonth from, YearMonth to) {
        Map<Long, Map<YearMonth, BigDecimal>> all = new HashMap<>();
        for (Attained one : known(filter).attained(viewer, by, from, to, filter.pipeline())) {
            all.computeIfAbsent(one.subjectId(), none -> new HashMap<>()).put(one.month(), one.amount());
        }
        return all;
    }

    /** What one has attained, month by month. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public Map<YearMonth, BigDecimal> of(
            Viewer viewer, QuotaFilter filter, QuotaNode node, YearMonth from, YearMonth to) {
        Map<YearMonth, BigDecimal> sums = new HashMap<>();
        Map<Long, Map<YearMonth, BigDecimal>> all = of(viewer, filter, node.subject(), from, to);
        (node.subject() == QuotaSubject.COMPANY ? all.keySet() : node.counted())
                .forEach(id -> all.getOrDefault(id, Map.of())
                        .forEach((month, amount) -> sums.merge(month, amount, BigDecimal::add)));
        return sums;
    }

    /** What each of those below has attained, in their order; one question for each kind of them. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public List<BigDecimal> below(Viewer viewer, QuotaFilter filter, QuotaNode node, YearMonth from, YearMonth to) {
        Map<QuotaSubject, Map<Long, Map<YearMonth, BigDecimal>>> known = new HashMap<>();
        node.below().stream()
                .map(QuotaNode::subject)
                .distinct()
                .forEach(kind -> known.put(kind, of(viewer, filter, kind, from, to)));
        return node.below().stream()
                .map(one -> one.counted().stream()
                        .flatMap(id ->
                                known
                                        .getOrDefault(one.subject(), Map.of())
                                        .getOrDefault(id, Map.of())
                                        .values()
                                        .stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
    }
}
