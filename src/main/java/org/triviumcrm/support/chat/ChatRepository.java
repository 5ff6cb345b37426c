package org.triviumcrm.support.chat;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Talks and what is said in them. Every change holds the row of the talk first, so that its messages are numbered in the order of their commits. */
@Repository
public class ChatRepository {

    private static final String STANDING = """
            select id, widget_id, queue_id, state, owner_id, last_seq, visitor_seq, read_seq as read, answered_at is not null as answered, ticket_id, lead_id
            from chat where id = ?""";

    private final JdbcClient database;

    ChatRepository(JdbcClient database) {
        this.database = database;
    }

    /** The same token begins the same talk. @return its id, and whether it is new */
    public Begun begin(NewChat chat, Instant now) {
        Optional<Long> fresh = database.sql("""
                        insert into chat (id, widget_id, queue_id, token, name, state, visitor_name, visitor_email, contact_id, customer_id, language, page,
                                          created_at, waiting_since, spoken_at, visitor_seen_at)
                        select n.id, :widget, :queue, :token, coalesce(:name, '#' || n.id), 'WAITING', :visitor, :email, k.contact_id, k.customer_id,
                               :language, :page, :now, :now, :now, :now
                        from (select nextval('chat_seq') as id) n
                        left join lateral (
                            select * from (
                                (select 1 as rank, k.id as contact_id, k.customer_id from contact k
                                  where lower(k.email) collate "C" = lower(:email) order by k.id limit 1)
                                union all
                                (select 2, null, c.id from customer c where lower(c.email) collate "C" = lower(:email) order by c.id limit 1)) w
                            order by rank limit 1) k on true
                        on conflict (token) do nothing returning id""")
                .param("widget", chat.widgetId())
                .param("queue", chat.queueId())
                .param("token", chat.token())
                .param("name", chat.name(), Types.VARCHAR)
                .param("visitor", chat.visitorName(), Types.VARCHAR)
                .param("email", chat.visitorEmail(), Types.VARCHAR)
                .param("language", chat.language())
                .param("page", chat.page(), Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
        return new Begun(
                fresh.orElseGet(() -> find(chat.widgetId(), chat.token()).orElseThrow()), fresh.isPresent());
    }

    /** @param fresh whether it was not there before */
    public record Begun(long id, boolean fresh) {}

    /** The talk of whoever shows this token, hashed, on the website that carries the widget. */
    public Optional<Long> find(long widgetId, String token) {
        return database.sql("select id from chat where token = :token and widget_id = :widget")
                .param("token", token)
                .param("widget", widgetId)
                .query(Long.class)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. */
    public Optional<HeldChat> hold(long id) {
        return database.sql(STANDING + " for no key update")
                .param(id)
                .query(HeldChat.class)
                .optional();
    }

    /** As it is at this moment. */
    public Optional<HeldChat> look(long id) {
        return database.sql(STANDING).param(id).query(HeldChat.class).optional();
    }

    /** Whether its sender has said this already. */
    public boolean isSaid(long id, String clientId) {
        return database.sql("select exists (select 1 from chat_message where chat_id = :id and client_id = :client)")
                .param("id", id)
                .param("client", clientId)
                .query(Boolean.class)
                .single();
    }

    /**
     * One more word in a talk that the caller holds; what its sender has sent already is not said twice.
     *
     * @return its number; empty when it is there already
     */
    public Optional<Integer> say(
            long id, ChatWordKind kind, @Nullable Long authorId, String body, @Nullable String clientId, Instant now) {
        return database.sql("""
                        with next as (
                            update chat set last_seq = last_seq + 1, spoken_at = :now,
                                visitor_seq = case when :kind = 'VISITOR' then last_seq + 1 else visitor_seq end,
                                answered_at = case when :kind = 'AGENT' then coalesce(answered_at, :now) else answered_at end
                            where id = :id and not exists (select 1 from chat_message m where m.chat_id = :id and m.client_id = :client)
                            returning last_seq)
                        insert into chat_message (chat_id, seq, kind, at, author_id, body, client_id)
                        select :id, last_seq, :kind, :now, :author, :body, :client from next returning seq""")
                .param("id", id)
                .param("kind", kind.name())
                .param("author", authorId, Types.BIGINT)
                .param("body", body)
                .param("client", clientId, Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .optional();
    }

    /** What was said after a number, the oldest first. @param forVisitor without what is said among ourselves */
    public List<ChatWord> words(long id, int after, boolean forVisitor, int limit) {
        return database.sql("""
                        select m.seq, m.kind, m.at, m.author_id, p.name as author, m.body, m.client_id,
                               f.id as file, f.name as file_name, f.content_type, f.size_bytes
                        from chat_message m left join person p on p.id = m.author_id
                        left join chat_file f on f.chat_id = m.chat_id and f.seq = m.seq
                        where m.chat_id = :id and m.seq > :after and (m.kind <> 'NOTE' or not :visitor)
                        order by m.seq limit :limit""")
                .param("id", id)
                .param("after", after)
                .param("visitor", forVisitor)
                .param("limit", limit)
                .query((row, number) -> new ChatWord(
                        row.getInt("seq"),
                        ChatWordKind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("author_id", Long.class),
                        row.getString("author"),
                        row.getString("body"),
                        row.getObject("file") == null
                                ? null
                                : new ChatFile(
                                        row.getLong("file"),
                                        row.getString("file_name"),
                                        row.getString("content_type"),
                                        row.getLong("size_bytes")),
                        row.getString("client_id")))
                .list();
    }

    /** Somebody answers from now on. */
    void give(long id, long ownerId, @Nullable Long teamId) {
        database.sql("""
                        update chat set state = 'ACTIVE', owner_id = :owner, team_id = :team, waiting_since = null where id = :id""")
                .param("id", id)
                .param("owner", ownerId)
                .param("team", teamId, Types.BIGINT)
                .update();
    }

    /** It waits for somebody, in this queue. */
    void queue(long id, long queueId, Instant now) {
        database.sql("""
                        update chat set state = 'WAITING', queue_id = :queue, owner_id = null, team_id = null, waiting_since = :now where id = :id""")
                .param("id", id)
                .param("queue", queueId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(long id, ChatEnd reason, Instant now) {
        database.sql(
                        "update chat set state = 'ENDED', waiting_since = null, ended_at = :now, end_reason = :reason where id = :id")
                .param("id", id)
                .param("reason", reason.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Its agent has seen all until this number. False when that is known already. */
    boolean read(long id, long ownerId, int seq) {
        return database.sql(
                                "update chat set read_seq = least(:seq, last_seq) where id = :id and owner_id = :owner and read_seq < least(:seq, last_seq)")
                        .param("id", id)
                        .param("owner", ownerId)
                        .param("seq", seq)
                        .update()
                > 0;
    }

    void became(long id, @Nullable Long ticketId, @Nullable Long leadId) {
        database.sql(
                        "update chat set ticket_id = coalesce(:ticket, ticket_id), lead_id = coalesce(:lead, lead_id) where id = :id")
                .param("id", id)
                .param("ticket", ticketId, Types.BIGINT)
                .param("lead", leadId, Types.BIGINT)
                .update();
    }

    /** The members of a queue. */
    List<Long> members(long queueId) {
        return database.sql("select person_id from ticket_queue_member where queue_id = ?")
                .param(queueId)
                .query(Long.class)
                .list();
    }
}
