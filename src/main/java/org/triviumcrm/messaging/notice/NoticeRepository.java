package org.triviumcrm.messaging.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices by their person: each statement reads an index that begins with it. */
@Repository
class NoticeRepository {

    /** So many old ones go at a time, so that no transaction is long. */
    private static final int FORGOTTEN = 10_000;

    /** A notice that was written, and the language and zone its person reads in are looked up when it is sent. */
    record Written(long id, long personId) {}

    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One for each active person among these. */
    List<Written> write(Collection<Long> personIds, String key, String[] arguments, String link, Instant now) {
        return jdbc.sql("""
                        insert into notice (id, person_id, message, arguments, link, created_at)
                        select nextval('notice_seq'), p.id, :key, :arguments, :link, :now
                          from person p where p.id = any(:people) and p.active
                        returning id, person_id""")
                .param("key", key)
                .param("arguments", arguments)
                .param("link", link)
                .param("now", time(now))
                .param("people", personIds.toArray(Long[]::new))
                .query(Written.class)
                .list();
    }

    /** @param before only those before this one, null for the latest */
    List<NoticeRow> page(long personId, boolean unreadOnly, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        select id, message, arguments, link, created_at, read_at from notice
                         where person_id = :person and id < :before %s
                         order by id desc limit :limit""".formatted(unreadOnly ? "and read_at is null" : ""))
                .param("person", personId)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(NoticeRepository::row)
                .list();
    }

    /** Counted to a limit. */
    long unread(long personId, int limit) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from notice where person_id = :person and read_at is null limit :limit) c""")
                .param("person", personId)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    Optional<NoticeRow> find(long personId, long id) {
        return jdbc.sql("""
                        select id, message, arguments, link, created_at, read_at from notice
                         where id = :id and person_id = :person""")
                .param("id", id)
                .param("person", personId)
                .query(NoticeRepository::row)
                .optional();
    }

    void markRead(long personId, long id, Instant now) {
        jdbc.sql("update notice set read_at = :now where id = :id and person_id = :person and read_at is null")
                .param("now", time(now))
                .param("id", id)
                .param("person", personId)
                .update();
    }

    /** Those up to one: what came while the list was looked at stays unread. */
    int markAllRead(long personId, long upTo, Instant now) {
        return jdbc.sql(
                        "update notice set read_at = :now where person_id = :person and id <= :upTo and read_at is null")
                .param("now", time(now))
                .param("person", personId)
                .param("upTo", upTo)
                .update();
    }

    /** Gives how many went; fewer than a full step means that all are gone. */
    boolean forget(Instant before) {
        int gone = jdbc.sql("""
                        delete from notice where ctid = any(array(
                            select ctid from notice where created_at < :before limit :step))""")
                .param("before", time(before))
                .param("step", FORGOTTEN)
                .update();
        return gone == FORGOTTEN;
    }

    private static NoticeRow row(ResultSet row, int number) throws SQLException {
        return new NoticeRow(
                row.getLong("id"),
                row.getString("message"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
