package org.triviumcrm.calendar.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.ActivitySubject;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Finds what is on some days by the index of whose it is and when. */
@Repository
class EntryRepository {

    /** An entry that began earlier is over. */
    private static final Duration LONGEST = Duration.ofDays(Appointments.LONGEST_DAYS + 1L);

    private static final String OPEN = "((a.kind = 'TASK' or a.planned) and a.done_at is null)";

    private final JdbcClient database;
    private final List<ActivitySubject> subjects;

    EntryRepository(JdbcClient database, List<ActivitySubject> subjects) {
        this.database = database;
        this.subjects = subjects;
    }

    /**
     * What these people have, or were asked to come to, about records that the viewer sees; the earliest first. What was called off is
     * left out.
     *
     * @param from what ends later is found
     * @param to what begins earlier is found
     */
    List<CalendarEntry> entries(
            Viewer viewer,
            Collection<Long> people,
            Instant from,
            Instant to,
            @Nullable EntryKind kind,
            @Nullable EntryState state,
            int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String narrowed = (kind == null ? "" : " and a.kind = :kind")
                + (state == null ? "" : state == EntryState.OPEN ? " and " + OPEN : " and not " + OPEN);
        if (kind != null) {
            parameters.put("kind", kind.name());
        }
        String found = """
                (select id from activity where owner_id = any(:people) and kind <> 'NOTE' and at >= :back and at < :to
                 union
                 select activity_id from activity_attendee where person_id = any(:people) and at >= :back and at < :to) mine
                join activity a on a.id = mine.id""";
        String sql = seen(viewer, found, parameters)
                + " and coalesce(a.ends_at, a.at + coalesce(a.minutes, 0) * interval '1 minute') >= :from" + narrowed
                + " order by a.at, a.id limit :limit";
        return database.sql(sql)
                .params(parameters)
                .param("people", people.toArray(Long[]::new))
                .param("back", from.minus(LONGEST).atOffset(ZoneOffset.UTC))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(CalendarEntry.class)
                .list();
    }

    /** One of anybody's. */
    Optional<CalendarEntry> one(Viewer viewer, long id) {
        Map<String, Object> parameters = new HashMap<>();
        return database.sql(seen(viewer, "activity a", parameters) + " and a.id = :id and a.kind <> 'NOTE'")
                .params(parameters)
                .param("id", id)
                .query(CalendarEntry.class)
                .optional();
    }

    /** Of those found, as alias {@code a}, the ones about records that the viewer sees. */
    private String seen(Viewer viewer, String found, Map<String, Object> parameters) {
        String customer = StorySource.seen(viewer, "customer", "c", parameters);
        String visible = subjects.stream()
                .map(ActivitySubject::type)
                .map(type -> "a.about_type = '" + type + "' and exists (select 1 from " + type
                        + " s where s.id = a.about_id and " + StorySource.seen(viewer, type, "s", parameters) + ")")
                .collect(Collectors.joining(" or ", "(", ")"));
        return """
                select a.id, a.kind, a.about_type, a.about_id, a.subject, a.at, a.ends_at, a.minutes, a.first_day, a.last_day, a.place,
                       a.planned, a.done_at, a.owner_id, w.name as owner, c.name as customer
                from %s
                join person w on w.id = a.owner_id
                left join customer c on c.id = a.customer_id and %s
                where a.cancelled_at is null and %s""".formatted(found, customer, visible);
    }

    /** Those who are still there, of these teams. */
    List<Long> people(Collection<Long> teams) {
        return database.sql("select id from person where active and team_id = any(:teams) order by id")
                .param("teams", teams.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
