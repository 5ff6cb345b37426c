package org.triviumcrm.insight.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Requires;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.home.HomeRepository.Won;
import org.triviumcrm.sales.MonthlyTargets;

/**
 * What somebody should see first: the own work, then the figures of what they may see, then what others' work asks of
 * them. Who sees what follows from permissions and scopes, never from a role's name.
 */
@Service
class HomeService {

    private final HomeRepository figures;
    private final DealRepository deals;
    private final TicketsToDoRepository tickets;
    private final AdministrationService administration;
    private final MonthlyTargets targets;
    private final SubjectPlaces places;
    private final Companies companies;
    private final Clock clock;

    HomeService(
            HomeRepository figures,
            DealRepository deals,
            TicketsToDoRepository tickets,
            AdministrationService administration,
            MonthlyTargets targets,
            SubjectPlaces places,
            Companies companies,
            Clock clock) {
        this.figures = figures;
        this.deals = deals;
        this.tickets = tickets;
        this.administration = administration;
        this.targets = targets;
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
        return new HomePage(
                companies.currency(),
                today,
                now,
                tasks,
                places.of(viewer, tasks.stream().map(HomeRepository.Task::about).toList()),
                administration.setUp(viewer),
                administration.waiting(viewer),
                viewer.can("support.ticket.reply") ? tickets(viewer, now) : null,
                viewer.can("sales.opportunity.view") ? sales(viewer, today) : null);
    }

    /** Whoever sells as well is spared a row of zeros. */
    private @Nullable TicketsToDo tickets(Viewer viewer, Instant now) {
        Scope scope = viewer.scope("ticket");
        TicketsToDo.Counts counts = tickets.counts(scope, viewer.personId());
        return counts.isNothing() && viewer.can("sales.opportunity.view")
                ? null
                : new TicketsToDo(counts, tickets.next(scope, viewer.personId()), now);
    }

    private HomePage.Sales sales(Viewer viewer, LocalDate today) {
        Scope scope = viewer.scope("opportunity");
        Scope own = scope.base() instanceof Scope.Nothing ? scope.base() : new Scope.Own(viewer.personId());
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
        Won won = figures.won(scope, quarter, month);
        boolean seesOthers = scope.base() instanceof Scope.Teams
                || scope instanceof Scope.Everything
                || scope instanceof Scope.Shared shared && !shared.groups().isEmpty();
        return new HomePage.Sales(
                figures.stages(scope),
                won.inMonth(),
                won.inQuarter(),
                quarter,
                new ClosingSoon(closing(own, today), viewer.personId(), today),
                new Stalled(
                        deals.longestStalled(own, today, viewer.zone()),
                        deals.stalledStages(own, today, viewer.zone()),
                        viewer.personId(),
                        today,
                        viewer.zone()),
                seesOthers ? team(viewer, scope, today, quarter, month) : null);
    }

    private HomePage.Team team(Viewer viewer, Scope scope, LocalDate today, LocalDate quarter, LocalDate month) {
        return new HomePage.Team(
                scope instanceof Scope.Everything,
                viewer.can("sales.funnel.view") ? targets.outlook(viewer).orElse(null) : null,
                new ClosingSoon(closing(scope, today), null, today),
                new Stalled(
                        deals.greatestStalled(scope, today, viewer.zone()),
                        deals.stalledStages(scope, today, viewer.zone()),
                        null,
                        today,
                        viewer.zone()),
                figures.wonByPerson(scope, quarter, month));
    }

    private List<ClosingSoon.Deal> closing(Scope scope, LocalDate today) {
        return deals.closing(scope, today, today.plusDays(ClosingSoon.DAYS));
    }
}
