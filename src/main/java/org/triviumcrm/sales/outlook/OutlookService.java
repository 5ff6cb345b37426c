package org.triviumcrm.sales.outlook;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.outlook.OutlookRepository.Sum;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.web.NotFound;

/** The forecast by categories, of what a viewer sees: from the top team down to the people. */
@Service
class OutlookService {

    /** Months of the chart. */
    private static final int AHEAD = 6;

    private final OutlookRepository outlooks;
    private final StatementRepository statements;
    private final Teams teams;
    private final People people;
    private final Companies companies;
    private final Clock clock;

    OutlookService(
            OutlookRepository outlooks,
            StatementRepository statements,
            Teams teams,
            People people,
            Companies companies,
            Clock clock) {
        this.outlooks = outlooks;
        this.statements = statements;
        this.teams = teams;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound for a team that is not in reach */
    @CanViewForecasts
    @Transactional(readOnly = true)
    public Outlook outlook(Viewer viewer, OutlookFilter filter) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        YearMonth now = YearMonth.from(today);
        Period period = filter.in(now);
        Scope scope = viewer.scope("opportunity");
        OutlookTree tree = new OutlookTree(teams.tree(), id -> scope.includes(null, id), filter.team());
        if (filter.team() != null && tree.chosen() == null) {
            throw new NotFound();
        }
        Set<Long> counted = new HashSet<>(tree.teams());
        List<Sum> sums =
                outlooks
                        .sums(
                                scope,
                                period.first(),
                                period.start().plusMonths(AHEAD - 1L).atEndOfMonth(),
                                null)
                        .stream()
                        .filter(sum -> counted.isEmpty() || counted.contains(sum.teamId()))
                        .toList();
        Map<Long, Said> said = said(scope, period, counted);
        Rows rows = new Rows(
                period,
                tree,
                sums.stream().filter(sum -> !sum.month().isAfter(period.last())).toList(),
                said);
        return new Outlook(
                period,
                tree.chosen(),
                tree.reach(),
                rows.all(),
                rows.row("", "", null, tree.teams(), rows.sums, said),
                months(period, sums),
                period.isOver(today) ? null : outlooks.overdue(scope, now.atDay(1)),
                companies.currency(),
                today);
    }

    private Map<Long, Said> said(Scope scope, Period period, Set<Long> counted) {
        Map<Long, Said> said = new HashMap<>();
        statements.latest(scope.base(), period).stream()
                .filter(one -> counted.isEmpty() || counted.contains(one.teamId()))
                .forEach(one -> said.put(
                        one.ownerId(),
                        said.getOrDefault(one.ownerId(), Said.NOTHING).with(one)));
        return said;
    }

    private static List<Outlook.Month> months(Period period, List<Sum> sums) {
        return IntStream.range(0, AHEAD)
                .mapToObj(ahead -> period.start().plusMonths(ahead))
                .map(month -> new Outlook.Month(
                        month,
                        total(sums.stream()
                                .filter(sum -> sum.month().equals(month.atDay(1)))
                                .toList())))
                .toList();
    }

    private static Expected total(Collection<Sum> sums) {
        return sums.stream().map(Sum::expected).reduce(Expected.NOTHING, Expected::plus);
    }

    /** The rows of one page. */
    private final class Rows {

        private final Period period;
        private final OutlookTree tree;
        private final List<Sum> sums;
        private final Map<Long, Said> said;

        private Rows(Period period, OutlookTree tree, List<Sum> sums, Map<Long, Said> said) {
            this.period = period;
            this.tree = tree;
            this.sums = sums;
            this.said = said;
        }

        /** The teams right below, then the people who are in none of them. */
        private List<OutlookRow> all() {
            List<OutlookRow> rows = new ArrayList<>();
            Set<Long> taken = new HashSet<>();
            for (TeamRef team : tree.below()) {
                List<Long> ids = tree.andBelow(team.id());
                taken.addAll(ids);
                Map<Long, Said> theirs = saidIn(ids);
                List<Sum> found =
                        sums.stream().filter(sum -> ids.contains(sum.teamId())).toList();
                rows.add(row(team.name(), OutlookFilter.href(period, team.id()), null, ids, found, theirs));
            }
            rows.addAll(people(taken));
            return rows;
        }

        private Map<Long, Said> saidIn(List<Long> ids) {
            return said.entrySet().stream()
                    .filter(entry -> ids.contains(team(entry.getValue())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private List<OutlookRow> people(Set<Long> taken) {
            Map<Long, List<Sum>> byOwner = sums.stream()
                    .filter(sum -> !taken.contains(sum.teamId()))
                    .collect(Collectors.groupingBy(Sum::ownerId, LinkedHashMap::new, Collectors.toList()));
            said.forEach((owner, one) -> {
                if (!taken.contains(team(one))) {
                    byOwner.computeIfAbsent(owner, none -> List.of());
                }
            });
            Map<Long, String> names = people.names(byOwner.keySet());
            return byOwner.entrySet().stream()
                    .map(entry ->
                            person(entry.getKey(), names.getOrDefault(entry.getKey(), ""), entry.getValue(), taken))
                    .sorted(Comparator.comparing(OutlookRow::name))
                    .toList();
        }

        private OutlookRow person(long id, String name, List<Sum> found, Set<Long> taken) {
            Said one = said.get(id);
            boolean here = one != null && !taken.contains(team(one));
            TeamRef team = tree.chosen();
            List<Long> ids = team == null ? List.of() : List.of(team.id());
            return row(
                    name,
                    "/sales/forecast/people/" + id + "?period=" + period,
                    id,
                    ids,
                    found,
                    here ? Map.of(id, Objects.requireNonNull(one)) : Map.of());
        }

        private OutlookRow row(
                String name,
                String href,
                @Nullable Long person,
                List<Long> ids,
                List<Sum> found,
                Map<Long, Said> theirs) {
            Set<Long> who = found.stream().map(Sum::ownerId).collect(Collectors.toSet());
            who.addAll(theirs.keySet());
            return new OutlookRow(
                    name,
                    href,
                    person,
                    ids,
                    total(found),
                    person == null ? null : theirs.getOrDefault(person, Said.NOTHING),
                    who.size(),
                    theirs.size(),
                    sum(theirs.values().stream().map(Said::committed).toList()),
                    sum(theirs.values().stream().map(Said::bestCase).toList()));
        }

        private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> amounts) {
            return amounts.stream()
                    .filter(Objects::nonNull)
                    .reduce(BigDecimal::add)
                    .orElse(null);
        }

        private static long team(Said said) {
            ForecastStatement last = said.counts();
            return last == null ? 0 : last.teamId();
        }
    }
}
