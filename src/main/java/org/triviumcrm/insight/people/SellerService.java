package org.triviumcrm.insight.people;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.people.SellerRepository.Stay;
import org.triviumcrm.sales.SaidForecasts;
import org.triviumcrm.shared.web.NotFound;

/** The own page of somebody who sells, for the person and for those who see the person's opportunities. */
@Service
@Transactional(readOnly = true)
class SellerService {

    private static final int WEEK = 7;

    private final LeaderboardService deeds;
    private final SellerRepository work;
    private final SaidForecasts forecasts;
    private final SubjectPlaces places;
    private final People people;
    private final Teams teams;
    private final Clock clock;

    SellerService(
            LeaderboardService deeds,
            SellerRepository work,
            SaidForecasts forecasts,
            SubjectPlaces places,
            People people,
            Teams teams,
            Clock clock) {
        this.deeds = deeds;
        this.work = work;
        this.forecasts = forecasts;
        this.places = places;
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    /** @throws NotFound for somebody whose opportunities the viewer does not see */
    @CanViewPerformance
    public SellerPage of(Viewer viewer, long id, Span span) {
        PersonRef person = visible(viewer, id);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Span week = new Span(monday, monday.plusDays(WEEK - 1L));
        Scope scope = viewer.scope("opportunity");
        Scope quotes = viewer.can("sales.quote.view") ? viewer.scope("quote") : new Scope.Nothing();
        List<NextAction> found = work.actions(scope, quotes, id, today, now, viewer.zone());
        List<NextAction> actions = found.subList(0, Math.min(found.size(), SellerRepository.ACTIONS));
        return new SellerPage(
                id,
                person.name(),
                person.teamId() == null
                        ? null
                        : teams.find(person.teamId()).map(TeamRef::name).orElse(null),
                id == viewer.personId(),
                span,
                deeds.of(viewer, id, span),
                new PeopleLinks(span, id, null),
                deeds.done(viewer, id, week),
                new PeopleLinks(week, id, null),
                work.stages(scope, id, span, viewer.zone()),
                work.wins(scope, id, span),
                viewer.can("sales.funnel.view") ? forecasts.said(viewer, id).orElse(null) : null,
                actions,
                found.size() > actions.size(),
                places.of(
                        viewer,
                        actions.stream()
                                .filter(action -> action.href() == null)
                                .map(NextAction::subject)
                                .toList()),
                today,
                viewer.zone());
    }

    /**
     * How the stays in a stage ended within some days, the latest first.
     *
     * @throws NotFound for somebody whose opportunities the viewer does not see
     */
    @CanViewPerformance
    public List<Stay> stays(Viewer viewer, long id, long stage, Span span) {
        visible(viewer, id);
        return work.stays(viewer.scope("opportunity"), id, stage, span, viewer.zone());
    }

    private PersonRef visible(Viewer viewer, long id) {
        return people.find(id)
                .filter(person -> viewer.scope("opportunity").base().includes(person.id(), person.teamId()))
                .orElseThrow(NotFound::new);
    }
}
