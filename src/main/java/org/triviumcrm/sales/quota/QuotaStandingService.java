package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedAmounts.Attained;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaStandings;
import org.triviumcrm.sales.QuotaSubject;

/** Quotas and what was reached of them, for any months. */
@Service
class QuotaStandingService implements QuotaStandings {

    private final QuotaRepository quotas;
    private final QuotaTree tree;
    private final WonAmounts won;

    QuotaStandingService(QuotaRepository quotas, QuotaTree tree, WonAmounts won) {
        this.quotas = quotas;
        this.tree = tree;
        this.won = won;
    }

    @Override
    @CanViewQuotas
    @Transactional(readOnly = true)
    public Map<Long, Standing> standings(Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to) {
        List<Map<Long, Quotas>> years = IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(year -> quotas.ofYear(QuotaMeasure.WON, subject, null, year))
                .toList();
        Map<Long, BigDecimal> attained = new HashMap<>();
        for (Attained one : won.attained(viewer, subject, from, to, null)) {
            attained.merge(one.subjectId(), one.amount(), BigDecimal::add);
        }
        Set<Long> wanted = new HashSet<>(attained.keySet());
        years.forEach(year -> wanted.addAll(year.keySet()));
        Map<Long, Standing> standings = new HashMap<>();
        tree.tops(viewer, subject, subject == QuotaSubject.PERSON ? wanted : List.of()).stream()
                .flatMap(top -> top.subject() == QuotaSubject.COMPANY ? top.below().stream() : Stream.of(top))
                .flatMap(top -> top.flat().stream())
                .filter(node -> node.subject() == subject)
                .forEach(node -> standings.put(
                        node.id(),
                        new Standing(
                                quota(years, node.id(), from, to),
                                node.counted().stream()
                                        .map(id -> attained.getOrDefault(id, BigDecimal.ZERO))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))));
        return standings;
    }

    /** What was said of exactly these months, else what the months make up. */
    private static @Nullable BigDecimal quota(List<Map<Long, Quotas>> years, long id, YearMonth from, YearMonth to) {
        Period whole = period(from, to);
        if (whole != null) {
            return years.get(0).getOrDefault(id, Quotas.NONE).of(whole);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            BigDecimal amount = years.get(month.getYear() - from.getYear())
                    .getOrDefault(id, Quotas.NONE)
                    .of(Period.month(month));
            if (amount == null) {
                return null;
            }
            sum = sum.add(amount);
        }
        return sum;
    }

    private static @Nullable Period period(YearMonth from, YearMonth to) {
        return List.of(Period.month(from), Period.quarterOf(from), Period.year(from.getYear())).stream()
                .filter(one -> one.start().equals(from)
                        && one.next().start().minusMonths(1).equals(to))
                .findFirst()
                .orElse(null);
    }
}
