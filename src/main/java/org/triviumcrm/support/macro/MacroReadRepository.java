package org.triviumcrm.support.macro;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTaker;

/** Reads of macros, and how often they were used. */
@Repository
class MacroReadRepository {

    private static final int BEGINNING = 160;

    private static final String ROWS = """
            select m.*, q.name as queue, y.name as type, n.name as new_queue,
                   left(case when :language = 'ZH' then coalesce(m.text_zh, m.text_en) else coalesce(m.text_en, m.text_zh) end, %d) as beginning
            from macro m
            left join ticket_queue q on q.id = m.queue_id
            left join ticket_type y on y.id = m.type_id
            left join ticket_queue n on n.id = m.new_queue_id
            where (m.person_id is null or m.person_id = :me) and %s
                and (:like::text is null or m.name ilike :like or m.text_en ilike :like or m.text_zh ilike :like)
            order by m.position, lower(m.name), m.id limit :most""";

    /** Those that are in use, for tickets of a queue or of any. */
    private static final String USABLE = "m.active and (m.queue_id is null or m.queue_id = :queue)";

    private final JdbcClient database;

    MacroReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** Names that changes mention; null for what is gone, not in use any more, or not mentioned. */
    record Names(@Nullable String type, @Nullable String queue) {

        static final Names NONE = new Names(null, null);
    }

    List<MacroRow> all(long viewerId, @Nullable String typed, MacroLanguage language, int most) {
        return rows("true", viewerId, null, typed, language, most);
    }

    /** @param queueId of the ticket; null for those that fit every ticket */
    List<MacroRow> usable(
            long viewerId, @Nullable Long queueId, @Nullable String typed, MacroLanguage language, int most) {
        return rows(USABLE, viewerId, queueId, typed, language, most);
    }

    private List<MacroRow> rows(
            String condition,
            long viewerId,
            @Nullable Long queueId,
            @Nullable String typed,
            MacroLanguage language,
            int most) {
        String like =
                typed == null || typed.isBlank() ? null : "%" + typed.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%";
        return database.sql(ROWS.formatted(BEGINNING, condition))
                .param("me", viewerId)
                .param("queue", queueId, Types.BIGINT)
                .param("like", like, Types.VARCHAR)
                .param("language", language.name())
                .param("most", most)
                .query((row, number) -> row(row))
                .list();
    }

    private static MacroRow row(ResultSet row) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        TicketChanges changes = new TicketChanges(
                constant(TicketStatus.class, row.getString("status")),
                constant(TicketPriority.class, row.getString("priority")),
                row.getObject("type_id", Long.class),
                row.getObject("new_queue_id", Long.class),
                constant(TicketTaker.class, row.getString("new_owner")),
                null);
        return new MacroRow(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("person_id") != null,
                row.getString("queue"),
                row.getBoolean("note"),
                row.getString("beginning"),
                MacroChip.of(changes, row.getString("type"), row.getString("new_queue")),
                row.getBoolean("active"),
                row.getLong("used"),
                used == null ? null : used.toInstant());
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    Names names(TicketChanges changes) {
        return database.sql("""
                        select (select y.name from ticket_type y where y.id = :type and y.active) as type,
                               (select q.name from ticket_queue q where q.id = :queue and q.active) as queue""")
                .param("type", changes.typeId(), Types.BIGINT)
                .param("queue", changes.queueId(), Types.BIGINT)
                .query(Names.class)
                .single();
    }

    /** Whether somebody has another one of this name, or all have. */
    boolean isNameTaken(@Nullable Long personId, String name, long exceptId) {
        return database.sql("""
                        select exists (select 1 from macro where coalesce(person_id, 0) = coalesce(:person, 0) and lower(name) = lower(:name) and id <> :except)""")
                .param("person", personId, Types.BIGINT)
                .param("name", name)
                .param("except", exceptId)
                .query(Boolean.class)
                .single();
    }

    /** By ticket, what it is about and what the customer said last, which may be no more than a number: what its language is told by. */
    Map<Long, String> words(Collection<Long> ticketIds) {
        Map<Long, String> words = new HashMap<>();
        database.sql("""
                        select t.id, t.name || ' ' || coalesce((select left(m.body, 500) from ticket_message m
                            where m.ticket_id = t.id and m.kind = 'INBOUND' order by m.id desc limit 1), '') as words
                        from ticket t where t.id = any(:ids)""").param("ids", ticketIds.toArray(Long[]::new)).query(row -> {
            words.put(row.getLong("id"), row.getString("words"));
        });
        return words;
    }

    /** Those of these tickets that the viewer sees and that go on. */
    List<Long> going(Viewer viewer, Collection<Long> ticketIds) {
        Scope scope = viewer.scope("ticket");
        return database.sql("select t.id from ticket t where t.id = any(:ids) and t.status <> 'CLOSED' and "
                        + scope.sql("t") + " order by t.id")
                .param("ids", ticketIds.toArray(Long[]::new))
                .params(scope.parameters())
                .query(Long.class)
                .list();
    }

    void used(long id, long times, Instant now) {
        database.sql("update macro set used = used + :times, used_at = :now where id = :id")
                .param("id", id)
                .param("times", times)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
