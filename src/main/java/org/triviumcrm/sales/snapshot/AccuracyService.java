package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.outlook.Expected;
import org.triviumcrm.sales.outlook.OutlookFilter;
import org.triviumcrm.sales.outlook.OutlookTree;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.sales.snapshot.AccuracyRepository.Said;
import org.triviumcrm.sales.snapshot.AccuracyRepository.Submitted;
import org.triviumcrm.sales.snapshot.AccuracyRepository.Won;
import org.triviumcrm.shared.web.NotFound;

/** What we said and what happened. */
@Service
class AccuracyService {

    /** Periods before the one looked at. */
    private static final int PAST = 8;

    /** Weeks before a period begins that are shown. */
    private static final int WEEKS_BEFORE = 8;

    private final AccuracyRepository accuracies;
    private final SnapshotRepository snapshots;
    private final Teams teams;
    private final Companies companies;
    private final Clock clock;

    AccuracyService(
            AccuracyRepository accuracies,
            SnapshotRepository snapshots,
            Teams teams,
            Companies companies,
            Clock clock) {
        this.accuracies = accuracies;
        this.snapshots = snapshots;
        this.teams = teams;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound for a team that is not in reach */
    @CanViewForecastHistory
    @Transactional(readOnly = true)
    public Accuracy of(Viewer viewer, OutlookFilter filter) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Period period = filter.in(YearMonth.from(today));
        Scope scope = viewer.scope("opportunity");
        OutlookTree tree = new OutlookTree(teams.tree(), id -> scope.includes(null, id), filter.team());
        if (filter.team() != null && tree.chosen() == null) {
            throw new NotFound();
        }
        List<Period> past = new ArrayList<>();
        for (Period one = period.previous(); past.size() < PAST; one = one.previous()) {
            past.add(one);
        }
        List<LocalDate> weeks = weeks(period);
        List<LocalDate> starts = new ArrayList<>(Collections.nCopies(weeks.size(), period.first()));
        List<LocalDate> wanted = new ArrayList<>(weeks);
        past.forEach(one -> {
            starts.add(one.first());
            wanted.add(start(one));
        });
        LocalDate from = past.get(PAST - 1).first();
        Known known = new Known(
                accuracies.said(scope, from, period.last(), tree.teams(), wanted).stream()
                        .collect(Collectors.groupingBy(Said::week)),
                accuracies.submitted(scope, period.months(), tree.teams(), starts, wanted),
                snapshots.taken(wanted),
                accuracies.won(scope, from, period.last(), tree.teams()).stream()
                        .collect(Collectors.toMap(Won::month, Won::amount)));
        return new Accuracy(
                period,
                tree.chosen(),
                tree.reach(),
                weeks.stream()
                        .map(week -> known.week(period, week))
                        .filter(Objects::nonNull)
                        .toList(),
                known.won(period),
                period.isOver(today),
                past.stream()
                        .filter(one -> one.isOver(today))
                        .map(one -> new Accuracy.Past(
                                one, known.week(one, start(one)), known.won(one), Accuracy.wonRows(one, tree.teams())))
                        .filter(one -> one.said() != null || one.won().signum() != 0)
                        .toList(),
                tree.teams(),
                companies.currency());
    }

    /** The first Monday of a period. */
    private static LocalDate start(Period period) {
        return period.first().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    private static List<LocalDate> weeks(Period period) {
        List<LocalDate> weeks = new ArrayList<>();
        for (LocalDate week = start(period).minusWeeks(WEEKS_BEFORE);
                !week.isAfter(period.last());
                week = week.plusWeeks(1)) {
            weeks.add(week);
        }
        return weeks;
    }

    /** All that was read. */
    private record Known(
            Map<LocalDate, List<Said>> said,
            List<Submitted> submitted,
            List<LocalDate> taken,
            Map<LocalDate, BigDecimal> wonByMonth) {

        BigDecimal won(Period period) {
            return wonByMonth.entrySet().stream()
                    .filter(entry -> isIn(period, entry.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What was said of a period in a week; null when nothing was written down in it. */
        Accuracy.@Nullable Week week(Period period, LocalDate week) {
            if (!taken.contains(week)) {
                return null;
            }
            Expected all = said.getOrDefault(week, List.of()).stream()
                    .filter(one -> isIn(period, one.month()))
                    .map(one -> Expected.of(one.kind(), one.amount(), one.weighted()))
                    .reduce(Expected.NOTHING, Expected::plus);
            BigDecimal words = submitted.stream()
                    .filter(one -> one.week().equals(week) && one.start().equals(period.first()))
                    .map(Submitted::committed)
                    .findFirst()
                    .orElse(null);
            return new Accuracy.Week(week, all.won(), all.withCommit(), all.withBest(), all.weighted(), words);
        }

        private static boolean isIn(Period period, LocalDate month) {
            return !month.isBefore(period.first()) && !month.isAfter(period.last());
        }
    }
}
