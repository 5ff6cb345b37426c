package org.triviumcrm.support.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.support.letter.Delivery;
import org.triviumcrm.support.ticket.TicketEventKind;

/** What was written in tickets, and what happened to them. */
@Repository
class MessageRepository {

    private static final int MOST_EVENTS = 200;

    private final JdbcClient database;
    private final FileRepository files;

    MessageRepository(JdbcClient database, FileRepository files) {
        this.database = database;
        this.files = files;
    }

    /** What can be taken back. @param before what the ticket was, as JSON */
    record Recallable(long id, long ticketId, String body, String before) {}

    long add(
            long ticketId,
            MessageKind kind,
            @Nullable Long author,
            String body,
            List<Long> mentions,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable String before) {
        return database.sql("""
                        insert into ticket_message (id, ticket_id, kind, at, author_id, body, mentions, due_at, before)
                        values (nextval('ticket_message_seq'), :ticket, :kind, :at, :author, :body, :mentions, :due, :before::jsonb)
                        returning id""")
                .param("ticket", ticketId)
                .param("kind", kind.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("author", author, Types.BIGINT)
                .param("body", body)
                .param("mentions", mentions.toArray(Long[]::new))
                .param("due", dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", before, Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    /**
     * @param earlierThan id of a message; null for the latest ones
     * @param canLeave whether the installation sends mails
     */
    TicketThread thread(long ticketId, @Nullable Long earlierThan, long viewerId, boolean canLeave, Instant now) {
        List<ThreadEntry.Message> found = messages(ticketId, earlierThan, viewerId, canLeave, now);
        boolean more = found.size() > TicketThread.SIZE;
        List<ThreadEntry.Message> shown =
                found.stream().limit(TicketThread.SIZE).toList();
        Map<Long, List<MessageFile>> attached = files
                .of(shown.stream().map(ThreadEntry.Message::id).toList())
                .stream()
                .collect(Collectors.groupingBy(MessageFile::messageId));
        List<ThreadEntry.Message> withFiles = shown.stream()
                .map(message -> message.with(attached.getOrDefault(message.id(), List.of())))
                .toList();
        Instant from = more ? shown.get(shown.size() - 1).at() : Instant.EPOCH;
        Instant until = earlierThan == null ? now.plusSeconds(1) : at(earlierThan);
        return TicketThread.of(withFiles, events(ticketId, from, until), more);
    }

    /** What others have written since a message, the oldest first. */
    List<ThreadEntry.Message> others(long ticketId, long seen, long viewerId, boolean canLeave, Instant now) {
        return messages(ticketId, null, viewerId, canLeave, now).stream()
                .filter(message -> message.id() > seen)
                .filter(message -> message.authorId() == null || message.authorId() != viewerId)
                .sorted(Comparator.comparingLong(ThreadEntry.Message::id))
                .toList();
    }

    private List<ThreadEntry.Message> messages(
            long ticketId, @Nullable Long earlierThan, long viewerId, boolean canLeave, Instant now) {
        return database.sql("""
                        select m.id, m.kind, m.at, m.author_id, coalesce(p.name, m.author_name, m.author_email, k.name, t.requester_name, t.requester_email) as author,
                               m.body, m.due_at, m.due_at > :now and m.author_id = :viewer as recallable,
                               array(select n.name from person n where n.id = any(m.mentions) order by n.name) as mentions,
                               exists (select 1 from inbound_mail i where i.message_id = m.id) as by_mail,
                               m.author_email, m.html is not null as laid_out, m.automatic, m.left_out, %s
                        from ticket_message m %s
                        join ticket t on t.id = m.ticket_id
                        left join contact k on k.id = t.contact_id
                        left join person p on p.id = m.author_id
                        where m.ticket_id = :ticket and m.id < :before
                        order by m.id desc limit :most""".formatted(Delivery.COLUMNS, Delivery.JOIN))
                .param("ticket", ticketId)
                .param("viewer", viewerId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", earlierThan == null ? Long.MAX_VALUE : earlierThan)
                .param("most", TicketThread.SIZE + 1)
                .query((row, number) -> {
                    OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                    return new ThreadEntry.Message(
                            row.getLong("id"),
                            MessageKind.valueOf(row.getString("kind")),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getObject("author_id", Long.class),
                            row.getString("author"),
                            row.getString("body"),
                            Arrays.asList((String[]) row.getArray("mentions").getArray()),
                            due == null ? null : due.toInstant(),
                            row.getBoolean("recallable"),
                            Delivery.read(row, canLeave, now),
                            received(row),
                            List.of());
                })
                .list();
    }

    private static ThreadEntry.@Nullable Received received(ResultSet row) throws SQLException {
        return row.getBoolean("by_mail")
                ? new ThreadEntry.Received(
                        row.getString("author_email"),
                        row.getBoolean("laid_out"),
                        row.getBoolean("automatic"),
                        Arrays.asList((String[]) row.getArray("left_out").getArray()))
                : null;
    }

    /** Those that people want to read: what was said stands there itself. Names are looked up one by one, as planning eight joins takes longer than all of it. */
    private List<ThreadEntry.Event> events(long ticketId, Instant from, Instant until) {
        return database.sql("""
                        select e.id, e.kind, e.at, (select b.name from person b where b.id = e.by_id) as by,
                               e.kind = 'OWNER' and e.becomes = e.by_id::text as taken,
                               case when e.kind in ('MERGED', 'SPLIT') then (select k.id from ticket k where k.number = coalesce(e.becomes, e.was)::bigint) end as other,
                               case e.kind when 'QUEUE' then (select q.name from ticket_queue q where q.id = e.was::bigint)
                                           when 'OWNER' then (select p.name from person p where p.id = e.was::bigint)
                                           when 'TYPE' then (select y.name from ticket_type y where y.id = e.was::bigint) else e.was end as was,
                               case e.kind when 'QUEUE' then (select q.name from ticket_queue q where q.id = e.becomes::bigint)
                                           when 'OWNER' then (select p.name from person p where p.id = e.becomes::bigint)
                                           when 'TYPE' then (select y.name from ticket_type y where y.id = e.becomes::bigint) else e.becomes end as becomes
                        from ticket_event e
                        where e.ticket_id = :ticket and e.at >= :from and e.at < :until and e.kind not in ('INBOUND', 'REPLIED')
                        order by e.at desc, e.id desc limit :most""")
                .param("ticket", ticketId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", MOST_EVENTS)
                .query((row, number) -> new ThreadEntry.Event(
                        row.getLong("id"),
                        TicketEventKind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("was"),
                        row.getString("becomes"),
                        row.getBoolean("taken"),
                        row.getObject("other", Long.class)))
                .list();
    }

    private Instant at(long messageId) {
        return database.sql("select at from ticket_message where id = :id")
                .param("id", messageId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** A reply that has not left yet, of this person, which nobody takes back at the same time; else nothing. */
    Optional<Recallable> findRecallable(long ticketId, long id, long authorId, Instant now) {
        return database.sql("""
                        select id, ticket_id, body, before::text as before from ticket_message
                        where id = :id and ticket_id = :ticket and author_id = :author and due_at > :now and before is not null
                        for update""")
                .param("id", id)
                .param("ticket", ticketId)
                .param("author", authorId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Recallable.class)
                .optional();
    }

    /** Whether nothing was said or done after it. */
    boolean isLast(long ticketId, long messageId) {
        return database.sql("""
                        select not exists (select 1 from ticket_message where ticket_id = :ticket and id > :id)
                           and not exists (select 1 from ticket_event e where e.ticket_id = :ticket and e.message_id is distinct from :id
                               and e.id > (select min(o.id) from ticket_event o where o.message_id = :id))""")
                .param("ticket", ticketId)
                .param("id", messageId)
                .query(Boolean.class)
                .single();
    }

    void remove(long id) {
        database.sql("delete from ticket_message where id = :id")
                .param("id", id)
                .update();
    }
}
