package org.triviumcrm.support.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.Related;

/** Reads of talks, as far as somebody sees them. */
@Repository
class ChatReadRepository {

    private static final int MOST_WAITING = 50;

    private final JdbcClient database;

    ChatReadRepository(JdbcClient database) {
        this.database = database;
    }

    boolean isVisible(Viewer viewer, long id) {
        Scope scope = viewer.scope(ChatList.NOUN);
        return database.sql("select exists (select 1 from chat c where c.id = :id and " + scope.sql("c") + ")")
                .param("id", id)
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    /** @param here since when a visitor was seen who is there */
    Optional<ChatFacts> find(Viewer viewer, long id, Instant here) {
        Scope scope = viewer.scope(ChatList.NOUN);
        Scope customers = viewer.scope("customer");
        Scope contacts = viewer.scope("contact");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.putAll(customers.parameters());
        parameters.putAll(contacts.parameters());
        return database.sql("""
                        select c.*, q.name as queue, w.name as widget, p.name as owner, u.id as known_customer, u.name as customer,
                               k.id as known_contact, k.name as contact, c.visitor_seen_at > :here as visitor_here, '#' || t.number || ' ' || t.name as ticket
                        from chat c
                        join ticket_queue q on q.id = c.queue_id
                        join chat_widget w on w.id = c.widget_id
                        left join person p on p.id = c.owner_id
                        left join customer u on u.id = c.customer_id and %s
                        left join contact k on k.id = c.contact_id and %s
                        left join ticket t on t.id = c.ticket_id
                        where c.id = :id and %s""".formatted(customers.sql("u"), contacts.sql("k"), scope.sql("c")))
                .param("id", id)
                .param("here", here.atOffset(ZoneOffset.UTC))
                .params(parameters)
                .query((row, number) -> facts(row))
                .optional();
    }

    private static ChatFacts facts(ResultSet row) throws SQLException {
        String reason = row.getString("end_reason");
        return new ChatFacts(
                row.getLong("id"),
                row.getString("name"),
                ChatState.valueOf(row.getString("state")),
                reason == null ? null : ChatEnd.valueOf(reason),
                row.getLong("queue_id"),
                row.getString("queue"),
                row.getString("widget"),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getString("visitor_name"),
                row.getString("visitor_email"),
                row.getObject("known_customer", Long.class),
                row.getString("customer"),
                row.getObject("known_contact", Long.class),
                row.getString("contact"),
                row.getString("language"),
                row.getString("page"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                at(row, "waiting_since"),
                at(row, "ended_at"),
                row.getBoolean("visitor_here"),
                row.getInt("last_seq"),
                row.getInt("visitor_seq"),
                row.getObject("rating", Integer.class),
                row.getString("remark"),
                row.getObject("ticket_id", Long.class),
                row.getString("ticket"),
                row.getObject("lead_id", Long.class));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** What a desk shows: the viewer's own talks, and those that wait where the viewer sees them. */
    List<ChatRow> desk(Viewer viewer) {
        Scope scope = viewer.scope(ChatList.NOUN);
        return database.sql("""
                        select d.id, d.name, d.state, d.since, q.name as queue, d.last_seq, d.language,
                               case when d.visitor_seq > d.read_seq then (select count(*) from (
                                    select 1 from chat_message m where m.chat_id = d.id and m.seq > d.read_seq and m.kind = 'VISITOR' limit 100) u) else 0 end as unread,
                               (select m.body from chat_message m where m.chat_id = d.id and m.kind in ('VISITOR', 'AGENT') order by m.seq desc limit 1) as last
                        from (
                            (select c.id, c.name, c.state, c.spoken_at as since, c.queue_id, c.last_seq, c.visitor_seq, c.read_seq, c.language, 1 as rank, c.created_at as sorted
                             from chat c where c.owner_id = :me and c.state = 'ACTIVE' order by c.id limit :most)
                            union all
                            (select c.id, c.name, c.state, c.waiting_since, c.queue_id, c.last_seq, 0, 0, c.language, 2, c.waiting_since
                             from chat c where c.state = 'WAITING' and %s order by c.waiting_since, c.id limit :most)) d
                        join ticket_queue q on q.id = d.queue_id
                        order by d.rank, d.sorted, d.id""".formatted(scope.sql("c")))
                .param("me", viewer.personId())
                .param("most", MOST_WAITING)
                .params(scope.parameters())
                .query(ChatRow.class)
                .list();
    }

    /** Those of a customer that the viewer sees, the latest first. */
    Related<ChatOfCustomer> ofCustomer(Viewer viewer, long customerId) {
        Scope scope = viewer.scope(ChatList.NOUN);
        String select = """
                select c.id, c.name, c.state, c.end_reason, c.created_at, p.name as owner
                from chat c left join person p on p.id = c.owner_id
                where c.customer_id = :customer and %s order by c.created_at desc, c.id desc""".formatted(scope.sql("c"));
        List<Related.Row<ChatOfCustomer>> rows = database.sql(Related.sql(select, "x.created_at desc, x.id desc"))
                .param("customer", customerId)
                .params(scope.parameters())
                .query((row, number) -> new Related.Row<>(
                        new ChatOfCustomer(
                                row.getLong("id"),
                                row.getString("name"),
                                ChatState.valueOf(row.getString("state")),
                                row.getString("end_reason"),
                                row.getObject("created_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("owner")),
                        row.getLong("total")))
                .list();
        return Related.of(rows, ListLink.to(ChatList.PATH).is("customer", customerId));
    }

    /** The visitor's last words, the newest first. */
    List<String> lastWords(long id, int limit) {
        return database.sql(
                        "select body from chat_message where chat_id = :id and kind = 'VISITOR' order by seq desc limit :limit")
                .param("id", id)
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** Talks nobody has answered whose visitor is gone, or that wait too long. */
    List<Long> unanswered(Instant gone, Instant longAgo) {
        return database.sql("""
                        select c.id from chat c
                        where c.state = 'WAITING' and (c.waiting_since < :long
                            or c.visitor_seen_at < :gone and c.waiting_since < :gone)
                        order by c.id limit 200""")
                .param("gone", gone.atOffset(ZoneOffset.UTC))
                .param("long", longAgo.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** Talks whose visitor is gone and in which nobody has said anything since. */
    List<Long> silent(Instant before) {
        return database.sql("""
                        select c.id from chat c where c.state = 'ACTIVE' and c.visitor_seen_at < :before and c.spoken_at < :before order by c.id limit 200""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }
}
