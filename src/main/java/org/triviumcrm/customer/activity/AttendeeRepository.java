package org.triviumcrm.customer.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Who else comes to a meeting or call. */
@Repository
class AttendeeRepository {

    private final JdbcClient database;

    AttendeeRepository(JdbcClient database) {
        this.database = database;
    }

    /** One of the two. */
    record Attendee(@Nullable Long personId, @Nullable Long contactId) {}

    /** People and contacts, each once. */
    record Attendees(List<Long> people, List<Long> contacts) {}

    Attendees of(long activityId) {
        List<Attendee> found = database.sql(
                        "select person_id, contact_id from activity_attendee where activity_id = :id order by person_id, contact_id")
                .param("id", activityId)
                .query(Attendee.class)
                .list();
        return new Attendees(
                found.stream().map(Attendee::personId).filter(Objects::nonNull).toList(),
                found.stream().map(Attendee::contactId).filter(Objects::nonNull).toList());
    }

    void write(long activityId, List<Long> people, List<Long> contacts, Instant at) {
        database.sql("delete from activity_attendee where activity_id = :id")
                .param("id", activityId)
                .update();
        if (people.isEmpty() && contacts.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into activity_attendee (activity_id, person_id, contact_id, at)
                        select :id, x.id, null::bigint, cast(:at as timestamptz) from unnest(:people::bigint[]) with ordinality x (id, n)
                        union all select :id, null, x.id, :at from unnest(:contacts::bigint[]) with ordinality x (id, n)""")
                .param("id", activityId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("people", people.stream().distinct().toArray(Long[]::new))
                .param("contacts", contacts.stream().distinct().toArray(Long[]::new))
                .update();
    }

    /** Those of the contacts that the viewer does not see. */
    boolean hidesAny(Viewer viewer, List<Long> contacts) {
        Scope scope = viewer.scope("contact");
        return !contacts.isEmpty()
                && database.sql("select count(*) from contact c where c.id = any(:ids) and " + scope.sql("c"))
                                .param("ids", contacts.stream().distinct().toArray(Long[]::new))
                                .params(scope.parameters())
                                .query(Long.class)
                                .single()
                        < contacts.stream().distinct().count();
    }
}
