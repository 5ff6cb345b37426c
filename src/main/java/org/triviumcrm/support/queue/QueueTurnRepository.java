package org.triviumcrm.support.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Companies;

/** Who gets the next ticket of a queue. Those who are away or have enough get none; two at once come one after the other. */
@Repository
public class QueueTurnRepository {

    private final JdbcClient database;
    private final Companies companies;

    QueueTurnRepository(JdbcClient database, Companies companies) {
        this.database = database;
        this.companies = companies;
    }

    /** Empty where tickets are taken by hand, and when nobody is there for it. */
    public Optional<Long> next(long queueId, Instant now) {
        String assignment = database.sql("select assignment from ticket_queue where id = :id for no key update")
                .param("id", queueId)
                .query(String.class)
                .single();
        if (QueueAssignment.BY_HAND.name().equals(assignment)) {
            return Optional.empty();
        }
        Optional<Long> person = candidate(queueId, assignment, LocalDate.ofInstant(now, companies.zone()));
        person.ifPresent(id -> served(queueId, id, now));
        return person;
    }

    private Optional<Long> candidate(long queueId, String assignment, LocalDate today) {
        return database.sql("""
                        select m.person_id
                        from ticket_queue q
                        join ticket_queue_member m on m.queue_id = q.id
                        join person p on p.id = m.person_id and p.active
                        left join ticket_queue_turn u on u.queue_id = q.id and u.person_id = m.person_id
                        cross join lateral (select count(*) as tickets from ticket t
                            where t.owner_id = m.person_id and t.status in ('NEW', 'OPEN', 'PENDING', 'ON_HOLD')) o
                        where q.id = :queue and (q.most_open is null or o.tickets < q.most_open)
                            and not exists (select 1 from approval_absence a
                                where a.person_id = m.person_id and a.from_day <= :today and a.until_day >= :today)
                        order by case when :assignment = 'LEAST_LOADED' then o.tickets end, u.served_at nulls first, p.name, p.id
                        limit 1""")
                .param("queue", queueId)
                .param("today", today)
                .param("assignment", assignment)
                .query(Long.class)
                .optional();
    }

    private void served(long queueId, long personId, Instant now) {
        database.sql("""
                        insert into ticket_queue_turn (queue_id, person_id, served_at) values (:queue, :person, :now)
                        on conflict (queue_id, person_id) do update set served_at = excluded.served_at""")
                .param("queue", queueId)
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
