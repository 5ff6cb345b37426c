package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;

/** What months are to bring, for pages that hold something else against it. Months of which nothing is known are null. */
@Service
public class QuotaMonthService {

    private final QuotaRepository quotas;
    private final Attainments attainments;
    private final QuotaTree tree;

    QuotaMonthService(QuotaRepository quotas, Attainments attainments, QuotaTree tree) {
        this.quotas = quotas;
        this.attainments = attainments;
        this.tree = tree;
    }

    /**
     * What the viewer is held against.
     *
     * @param id 0 for the company
     * @param attained of the first month, until now
     */
    public record Held(QuotaSubject subject, long id, List<@Nullable BigDecimal> months, BigDecimal attained) {}

    /** In what is won, from a month on. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public List<@Nullable BigDecimal> months(
            Viewer viewer, QuotaSubject subject, long id, @Nullable Long pipeline, YearMonth from, int count) {
        YearMonth last = from.plusMonths(count - 1L);
        Quotas said = quotas.of(new QuotaKey(QuotaMeasure.WON, subject, id, pipeline), from, last);
        List<@Nullable BigDecimal> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(said.of(Period.month(month)));
        }
        return months;
    }

    /**
     * In what is won, of all of a kind that have a quota in one of these months, by their ids.
     *
     * @param pipeline of which it is said; null for all together
     */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public Map<Long, List<@Nullable BigDecimal>> ahead(
            Viewer viewer, QuotaSubject subject, @Nullable Long pipeline, YearMonth from, int count) {
        List<YearMonth> months =
                IntStream.range(0, count).mapToObj(from::plusMonths).toList();
        Map<Integer, Map<Long, Quotas>> said = new HashMap<>();
        months.stream()
                .map(YearMonth::getYear)
                .distinct()
                .forEach(year -> said.put(year, quotas.ofYear(QuotaMeasure.WON, subject, pipeline, year)));
        Map<Long, List<@Nullable BigDecimal>> ahead = new HashMap<>();
        said.values().stream().flatMap(all -> all.keySet().stream()).distinct().forEach(id -> {
            List<@Nullable BigDecimal> amounts = new ArrayList<>();
            months.forEach(month -> amounts.add(said.getOrDefault(month.getYear(), Map.of())
                    .getOrDefault(id, Quotas.NONE)
                    .of(Period.month(month))));
            if (amounts.stream().anyMatch(Objects::nonNull)) {
                ahead.put(id, amounts);
            }
        });
        return ahead;
    }

    /** The company, the first team at the top of what the viewer sees, or the viewer; empty where the month has no quota. */
    @CanViewQuotas
    @Transactional(readOnly = true)
    public Optional<Held> held(Viewer viewer, YearMonth month, int count) {
        return whose(viewer, month)
                .map(node -> new Held(
                        node.subject(),
                        node.id(),
                        months(viewer, node.subject(), node.id(), null, month, count),
                        attainments
                                .of(viewer, QuotaFilter.NONE, node, month, month)
                                .getOrDefault(month, BigDecimal.ZERO)));
    }

    private Optional<QuotaNode> whose(Viewer viewer, YearMonth month) {
        Scope scope = viewer.scope("opportunity").base();
        QuotaSubject kind = scope instanceof Scope.Everything
                ? QuotaSubject.COMPANY
                : scope instanceof Scope.Teams ? QuotaSubject.TEAM : QuotaSubject.PERSON;
        Map<Long, Quotas> all = quotas.ofYear(QuotaMeasure.WON, kind, null, month.getYear());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<QuotaNode> candidates = kind == QuotaSubject.PERSON
                ? List.of(new QuotaNode(kind, viewer.personId(), viewer.name(), 0, List.of()))
                : tree.tops(viewer, kind, List.of());
        return candidates.stream()
                .filter(node -> all.getOrDefault(node.id(), Quotas.NONE).of(Period.month(month)) != null)
                .findFirst();
    }
}
