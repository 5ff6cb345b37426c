package org.triviumcrm.support.satisfaction;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rule, and the tickets that wait for it. */
@Repository
class SatisfactionRepository {

    /** What holds while nobody has said otherwise: nothing is asked. */
    private static final SaveSatisfaction USUAL = new SaveSatisfaction(null, 24, 30);

    private final JdbcClient database;

    SatisfactionRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * A solved ticket, and whom to ask about it.
     *
     * @param solved whether it still is
     * @param unwanted whether they asked for no e-mails
     */
    record Waiting(
            long ticketId,
            boolean solved,
            @Nullable String address,
            @Nullable String name,
            boolean unwanted,
            @Nullable Long customerId,
            @Nullable Long contactId) {}

    /** A ticket that was rated, and who is to know when that is bad. */
    record Rated(
            long id,
            long number,
            String name,
            @Nullable Long ownerId,
            @Nullable Long teamId) {}

    SaveSatisfaction read() {
        return database.sql("select survey_id, delay_hours, pause_days from ticket_survey")
                .query(SaveSatisfaction.class)
                .optional()
                .orElse(USUAL);
    }

    void write(SaveSatisfaction rule) {
        database.sql("""
                        insert into ticket_survey (survey_id, delay_hours, pause_days) values (:survey, :delay, :pause)
                        on conflict (the_one) do update
                        set survey_id = excluded.survey_id, delay_hours = excluded.delay_hours, pause_days = excluded.pause_days""")
                .param("survey", rule.surveyId(), Types.BIGINT)
                .param("delay", rule.delayHours())
                .param("pause", rule.pauseDays())
                .update();
    }

    /** A solved ticket waits for its question, an opened one does not any more. Each is asked about once. */
    void follow(long ticketId) {
        database.sql("""
                        with gone as (delete from ticket_survey_wait w using ticket t
                                      where w.ticket_id = :id and t.id = :id and w.settled_at is null and t.status not in ('SOLVED', 'CLOSED'))
                        insert into ticket_survey_wait (ticket_id, due_at)
                        select t.id, t.status_since + make_interval(hours => r.delay_hours)
                        from ticket t cross join ticket_survey r
                        where t.id = :id and t.status = 'SOLVED' and t.satisfaction is null and r.survey_id is not null
                        on conflict (ticket_id) do update set due_at = excluded.due_at where ticket_survey_wait.settled_at is null""").param("id", ticketId).update();
    }

    List<Long> due(Instant now, int limit) {
        return database.sql("""
                        select ticket_id from ticket_survey_wait
                        where settled_at is null and due_at <= :now order by due_at limit :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Empty when another node has it, or has done it. */
    Optional<Waiting> hold(long ticketId) {
        return database.sql("""
                        select t.id as ticket_id, t.status in ('SOLVED', 'CLOSED') and t.merged_into_id is null as solved,
                               coalesce(nullif(t.requester_email, ''), k.email) as address,
                               case when nullif(t.requester_email, '') is null then k.name else coalesce(t.requester_name, k.name) end as name,
                               coalesce(k.no_email, false) or coalesce(c.no_email, false) as unwanted, t.customer_id, t.contact_id
                        from ticket_survey_wait w join ticket t on t.id = w.ticket_id
                        left join contact k on k.id = t.contact_id left join customer c on c.id = t.customer_id
                        where w.ticket_id = :id and w.settled_at is null for update of w skip locked""").param("id", ticketId).query(Waiting.class).optional();
    }

    void settle(long ticketId, String outcome, Instant now) {
        database.sql("update ticket_survey_wait set settled_at = :now, outcome = :outcome where ticket_id = :id")
                .param("id", ticketId)
                .param("outcome", outcome)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void putOff(long ticketId, Instant until) {
        database.sql("update ticket_survey_wait set due_at = :until where ticket_id = :id and settled_at is null")
                .param("id", ticketId)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param rating from 1 to 5 */
    Optional<Rated> rate(long ticketId, int rating) {
        return database.sql("""
                        update ticket set satisfaction = :rating where id = :id
                        returning id, number, name, owner_id, team_id""")
                .param("id", ticketId)
                .param("rating", rating)
                .query(Rated.class)
                .optional();
    }
}
