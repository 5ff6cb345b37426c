package org.triviumcrm.messaging.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** E-mails to be sent, and what became of them. */
@Repository
class OutboxRepository {

    /** So many of a state are counted. */
    static final int CAP = 1_000;

    private static final int FORGOTTEN = 10_000;
    private static final int PROBLEM = 500;

    private static final String MAILS = """
            select m.id, m.message, m.arguments, m.link, m.state, m.attempts, m.next_at, m.changed_at, m.problem, m.created_at,
                   m.source, m.source_id, coalesce(p.name, m.address_name, m.address) as name,
                   case when m.address is not null then m.address when p.active then p.email end as email, p.locale, p.time_zone
              from %s m left join person p on p.id = m.person_id""";

    private final JdbcClient jdbc;

    OutboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each of these notices whose person has an address and wants e-mails. */
    void add(Collection<Long> noticeIds, Instant now) {
        jdbc.sql("""
                        insert into outbox_mail (id, person_id, message, arguments, link, state, next_at, changed_at, created_at)
                        select nextval('outbox_mail_seq'), n.person_id, n.message, n.arguments, '/notices/' || n.id, 'WAITING',
                               :now, :now, :now
                          from notice n join person p on p.id = n.person_id left join mail_choice c on c.person_id = p.id
                         where n.id = any(:notices) and p.email is not null and coalesce(c.mail, true)""")
                .param("now", time(now))
                .param("notices", noticeIds.toArray(Long[]::new))
                .update();
    }

    long add(long personId, String message, String[] arguments, String link, Instant now) {
        return jdbc.sql("""
                        insert into outbox_mail (id, person_id, message, arguments, link, state, next_at, changed_at, created_at)
                        values (nextval('outbox_mail_seq'), :person, :message, :arguments, :link, 'WAITING', :now, :now, :now)
                        returning id""")
                .param("person", personId)
                .param("message", message)
                .param("arguments", arguments)
                .param("link", link)
                .param("now", time(now))
                .query(Long.class)
                .single();
    }

    /** Takes one that is due and that no other node has taken: it is being sent from now on. */
    Optional<OutboxMail> claim(Instant now) {
        return claim("""
                select id from outbox_mail where state = 'WAITING' and next_at <= :now
                order by next_at, id limit 1 for update skip locked""", null, now);
    }

    /** Takes this one, whenever it is due. */
    Optional<OutboxMail> claim(long id, Instant now) {
        return claim("select id from outbox_mail where id = :id and state = 'WAITING' for update skip locked", id, now);
    }

    private Optional<OutboxMail> claim(String which, @Nullable Long id, Instant now) {
        return jdbc.sql("with due as (" + which + """
                        ), claimed as (
                            update outbox_mail m set state = 'SENDING', attempts = attempts + 1, changed_at = :now
                              from due where m.id = due.id returning m.*)
                        """ + MAILS.formatted("claimed"))
                .param("now", time(now))
                .param("id", id, Types.BIGINT)
                .query(OutboxRepository::mail)
                .optional();
    }

    /** Notes what became of an attempt. False when the row has been given up meanwhile. */
    boolean settle(OutboxMail attempt, MailState state, @Nullable String problem, Instant next, Instant now) {
        return jdbc.sql("""
                        update outbox_mail set state = :state, problem = :problem, next_at = :next, changed_at = :now
                         where id = :id and state = 'SENDING' and attempts = :attempts""")
                        .param("state", state.name())
                        .param(
                                "problem",
                                problem == null ? null : problem.substring(0, Math.min(PROBLEM, problem.length())),
                                Types.VARCHAR)
                        .param("next", time(next))
                        .param("now", time(now))
                        .param("id", attempt.id())
                        .param("attempts", attempt.attempts())
                        .update()
                == 1;
    }

    /** What has been under way for so long that its node must be dead. */
    List<OutboxMail> giveUp(Instant before, Instant now) {
        return jdbc.sql("""
                        with lost as (
                            update outbox_mail set state = 'UNCERTAIN', changed_at = :now
                             where state = 'SENDING' and changed_at < :before returning *)
                        """ + MAILS.formatted("lost"))
                .param("now", time(now))
                .param("before", time(before))
                .query(OutboxRepository::mail)
                .list();
    }

    /** To be sent once more, at once; false when it is not there, or there is nothing to be sent. */
    boolean again(long id, Instant now) {
        return jdbc.sql("""
                        update outbox_mail set state = 'WAITING', attempts = 0, next_at = :now, changed_at = :now
                         where id = :id and state in ('FAILED', 'UNCERTAIN', 'WAITING')""").param("now", time(now)).param("id", id).update() == 1;
    }

    List<OutboxMail> page(@Nullable MailState state, @Nullable Long before, int limit) {
        return jdbc.sql(
                        MAILS.formatted("outbox_mail")
                                + " where m.id < :before and (:state::text is null or m.state = :state) order by m.id desc limit :limit")
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(OutboxRepository::mail)
                .list();
    }

    Optional<OutboxMail> find(long id) {
        return jdbc.sql(MAILS.formatted("outbox_mail") + " where m.id = :id")
                .param("id", id)
                .query(OutboxRepository::mail)
                .optional();
    }

    /** How many are in each state, counted to {@link #CAP}. */
    Map<MailState, Long> counts() {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        jdbc.sql("""
                        select s.state, (select count(*) from (
                                    select 1 from outbox_mail m where m.state = s.state limit :cap) c) as number
                          from unnest(:states::text[]) s (state)""")
                .param("cap", CAP)
                .param(
                        "states",
                        Arrays.stream(MailState.values()).map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(MailState.valueOf(row.getString("state")), row.getLong("number"));
                });
        return counts;
    }

    /** True when there is more to forget. A letter that has not left stays: whoever wrote it reads here why. */
    boolean forget(Instant before) {
        return jdbc.sql("""
                        delete from outbox_mail where ctid = any(array(
                            select ctid from outbox_mail
                             where created_at < :before and (person_id is not null or state in ('SENT', 'DROPPED')) limit :step))""")
                        .param("before", time(before))
                        .param("step", FORGOTTEN)
                        .update()
                == FORGOTTEN;
    }

    private static OutboxMail mail(ResultSet row, int number) throws SQLException {
        return new OutboxMail(
                row.getLong("id"),
                content(row),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "next_at"),
                instant(row, "changed_at"),
                row.getString("problem"),
                instant(row, "created_at"),
                row.getString("name"),
                row.getString("email"));
    }

    private static OutboxMail.Content content(ResultSet row) throws SQLException {
        String source = row.getString("source");
        return source != null
                ? new OutboxMail.Outside(source, row.getLong("source_id"))
                : new OutboxMail.Notice(
                        row.getString("message"),
                        List.of((String[]) row.getArray("arguments").getArray()),
                        row.getString("link"),
                        Locale.forLanguageTag(row.getString("locale")),
                        ZoneId.of(row.getString("time_zone")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
