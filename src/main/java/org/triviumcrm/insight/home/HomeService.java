package org.triviumcrm.insight.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.home.HomeRepository.Sum;

/** What somebody should see first: the own work, and the figures of what they may see. */
@Service
class HomeService {

    private static final Duration STALE = Duration.ofDays(30);

    private final HomeRepository figures;
    private final SubjectPlaces places;
    private final Companies companies;
    private final Clock clock;

    HomeService(HomeRepository figures, SubjectPlaces places, Companies companies, Clock clock) {
        this.figures = figures;
        this.places = places;
        this.companies = companies;
        this.clock = clock;
    }

    @Requires(Requires.ANY_SIGNED_IN)
    @Transactional(readOnly = true)
    public HomePage page(Viewer viewer) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(viewer.zone()).toLocalDate();
        Instant midnight = today.plusDays(1).atStartOfDay(viewer.zone()).toInstant();
        var tasks = figures.tasks(viewer.personId(), midnight);
        var pages =
                places.of(viewer, tasks.stream().map(HomeRepository.Task::about).toList());
        if (!viewer.can("sales.opportunity.view")) {
            return new HomePage(companies.currency(), today, now, tasks, pages, null);
        }
        Scope scope = viewer.scope("opportunity");
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        var stages = figures.stages(scope);
        Sum wonInQuarter = figures.won(scope, quarter, month);
        return new HomePage(
                companies.currency(),
                today,
                now,
                tasks,
                pages,
                new HomePage.Sales(
                        stages,
                        figures.won(scope, month, month),
                        wonInQuarter,
                        quarter,
                        scope instanceof Scope.Own ? List.of() : figures.wonByPerson(scope, quarter, month),
                        figures.stale(scope, viewer.personId(), now.minus(STALE))));
    }
}
