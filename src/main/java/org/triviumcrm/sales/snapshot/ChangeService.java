package org.triviumcrm.sales.snapshot;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.outlook.OutlookFilter;
import org.triviumcrm.sales.outlook.OutlookTree;
import org.triviumcrm.sales.quota.Period;
import org.triviumcrm.shared.web.NotFound;

/** Why the forecast is another one than last week. */
@Service
class ChangeService {

    /** Weeks that the present can be held against. */
    private static final int WEEKS = 13;

    private static final int SHOWN = 200;

    private final ChangeRepository changes;
    private final SnapshotRepository snapshots;
    private final Teams teams;
    private final Companies companies;
    private final Clock clock;

    ChangeService(
            ChangeRepository changes, SnapshotRepository snapshots, Teams teams, Companies companies, Clock clock) {
        this.changes = changes;
        this.snapshots = snapshots;
        this.teams = teams;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound for a team that is not in reach */
    @CanViewForecastHistory
    @Transactional(readOnly = true)
    public Waterfall of(Viewer viewer, ChangeFilter filter) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        Period period = new OutlookFilter(filter.period(), filter.team()).in(YearMonth.from(today));
        Scope scope = viewer.scope("opportunity");
        OutlookTree tree = new OutlookTree(teams.tree(), id -> scope.includes(null, id), filter.team());
        if (filter.team() != null && tree.chosen() == null) {
            throw new NotFound();
        }
        List<LocalDate> weeks = snapshots.weeks(WEEKS);
        LocalDate since = since(weeks, filter.since(), today);
        List<ChangeRepository.Sum> sums = since == null ? List.of() : changes.sums(scope, period, tree.teams(), since);
        Change chosen = filter.change();
        return new Waterfall(
                period,
                tree.chosen(),
                tree.reach(),
                since,
                weeks,
                sums.stream().map(ChangeRepository.Sum::before).reduce(BigDecimal.ZERO, BigDecimal::add),
                Waterfall.parts(sums),
                sums.stream().map(ChangeRepository.Sum::after).reduce(BigDecimal.ZERO, BigDecimal::add),
                chosen,
                since == null || chosen == null
                        ? List.of()
                        : changes.rows(scope, period, tree.teams(), since, chosen, SHOWN),
                companies.currency());
    }

    /** The one asked for, else that of a week ago, else the latest. */
    private static @Nullable LocalDate since(List<LocalDate> weeks, @Nullable LocalDate asked, LocalDate today) {
        if (asked != null && weeks.contains(asked)) {
            return asked;
        }
        return weeks.stream()
                .filter(week -> !week.isAfter(today.minusDays(7)))
                .findFirst()
                .orElse(weeks.isEmpty() ? null : weeks.get(0));
    }
}
