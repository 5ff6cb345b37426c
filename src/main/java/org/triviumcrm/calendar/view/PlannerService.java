package org.triviumcrm.calendar.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.SubjectPlaces;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** What people have to do on which days, as far as the viewer sees what it is about. */
@Service
public class PlannerService {

    /** More than these can't be looked at. */
    static final int DRAWN = 500;

    /** Whole days begin and end at other times elsewhere. */
    private static final Duration AROUND_THE_WORLD = Duration.ofHours(26);

    private final EntryRepository entries;
    private final SubjectPlaces places;
    private final People people;
    private final Teams teams;

    PlannerService(EntryRepository entries, SubjectPlaces places, People people, Teams teams) {
        this.entries = entries;
        this.places = places;
        this.people = people;
        this.teams = teams;
    }

    /** @param query complete */
    @SignedIn
    @Transactional(readOnly = true)
    CalendarPage page(Viewer viewer, CalendarQuery query) {
        CalendarPage asked = new CalendarPage(query, person(query), List.of(), false, viewer.zone());
        LocalDate first = asked.span().firstDrawn(asked.on());
        LocalDate last = asked.span().lastDrawn(asked.on());
        List<CalendarEntry> found = between(viewer, whose(viewer, query), first, last, query, DRAWN + 1);
        boolean cut = found.size() > DRAWN;
        return new CalendarPage(query, asked.person(), cut ? found.subList(0, DRAWN) : found, cut, viewer.zone());
    }

    /** Somebody's own from one day to another, those that they still see what they are about. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<CalendarEntry> own(Viewer viewer, LocalDate first, LocalDate last, int limit) {
        return between(viewer, List.of(viewer.personId()), first, last, CalendarQuery.NOTHING_SAID, limit);
    }

    /** One that the viewer sees and that was not called off. */
    @SignedIn
    @Transactional(readOnly = true)
    public CalendarEntry one(Viewer viewer, long id) {
        return entries.one(viewer, id).orElseThrow(NotFound::new);
    }

    /** The teams at whose calendars the viewer can look. */
    @SignedIn
    @Transactional(readOnly = true)
    List<TeamRef> teams(Viewer viewer) {
        boolean all = viewer.can(Viewer.EVERYTHING);
        return teams.tree().stream()
                .filter(team -> all || viewer.teamsBelow().contains(team.id()))
                .toList();
    }

    /** The pages of what some entries are about. */
    @SignedIn
    @Transactional(readOnly = true)
    Map<String, String> places(Viewer viewer, Collection<CalendarEntry> some) {
        return places.of(
                viewer, some.stream().map(CalendarEntry::about).distinct().toList());
    }

    private List<CalendarEntry> between(
            Viewer viewer, Collection<Long> whose, LocalDate first, LocalDate last, CalendarQuery query, int limit) {
        ZoneId zone = viewer.zone();
        Instant from = first.atStartOfDay(zone).toInstant().minus(AROUND_THE_WORLD);
        Instant to = last.plusDays(1).atStartOfDay(zone).toInstant().plus(AROUND_THE_WORLD);
        return entries.entries(viewer, whose, from, to, query.kind(), query.state(), limit).stream()
                .filter(entry -> !entry.firstDay(zone).isAfter(last)
                        && !entry.lastDay(zone).isBefore(first))
                .toList();
    }

    private Collection<Long> whose(Viewer viewer, CalendarQuery query) {
        Long team = query.team();
        if (team != null) {
            if (teams(viewer).stream().noneMatch(one -> one.id() == team)) {
                throw new NotFound();
            }
            return entries.people(teams.andBelow(team));
        }
        Long who = query.who();
        return List.of(who == null ? viewer.personId() : who);
    }

    private @Nullable String person(CalendarQuery query) {
        Long who = query.who();
        return who == null
                ? null
                : people.find(who)
                        .filter(PersonRef::active)
                        .map(PersonRef::name)
                        .orElseThrow(NotFound::new);
    }
}
