package org.triviumcrm.sales.quote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.release.QuoteState;

/** Reads for the page of one quote, and what is written without its entity. */
@Repository
class QuotePageRepository {

    private static final String PAGE = """
            select q.*, (select max(v.revision) from quote v where v.root_id = q.root_id) as latest, o.name as opportunity, c.name as customer,
                   concat_ws(E'\\n', c.address, c.city, c.country) as customer_address, k.name as contact, k.email as contact_email,
                   l.name as price_list, w.name as owner, w.email as owner_email, t.name as team,
                   (select f.id from contract f where f.quote_id = q.id and f.revision = 1) as contract_id
            from quote q join customer c on c.id = q.customer_id left join opportunity o on o.id = q.opportunity_id
            left join contact k on k.id = q.contact_id left join price_list l on l.id = q.price_list_id
            left join person w on w.id = q.owner_id left join team t on t.id = q.team_id
            where q.id = :id and %s""";

    private final JdbcClient database;

    QuotePageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<QuotePage> find(Viewer viewer, long id) {
        Scope scope = viewer.scope(QuoteList.NOUN);
        return database.sql(PAGE.formatted(scope.sql("q")))
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> read(row))
                .optional();
    }

    private static QuotePage read(ResultSet row) throws SQLException {
        return new QuotePage(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("revision"),
                row.getLong("root_id"),
                row.getInt("latest"),
                row.getString("name"),
                (Long) row.getObject("opportunity_id"),
                row.getString("opportunity"),
                row.getLong("customer_id"),
                row.getString("customer"),
                row.getString("customer_address"),
                (Long) row.getObject("contact_id"),
                row.getString("contact"),
                row.getString("contact_email"),
                row.getString("language"),
                row.getString("currency"),
                (Long) row.getObject("price_list_id"),
                row.getString("price_list"),
                row.getBoolean("gross"),
                row.getDate("quoted_on").toLocalDate(),
                row.getDate("valid_until").toLocalDate(),
                WholeDiscount.Kind.valueOf(row.getString("discount_kind")),
                row.getBigDecimal("discount_value"),
                row.getString("introduction"),
                row.getString("terms"),
                row.getString("note"),
                QuoteState.valueOf(row.getString("state")),
                row.getObject("state_since", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("discount_percent"),
                row.getBigDecimal("net"),
                row.getBigDecimal("total"),
                row.getBigDecimal("margin_percent"),
                row.getBigDecimal("base_net"),
                (Long) row.getObject("contract_id"),
                (Long) row.getObject("approval_case_id"),
                row.getLong("owner_id"),
                row.getString("owner"),
                row.getString("owner_email"),
                row.getString("team"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }

    /** What has happened to it, the latest first. */
    List<QuoteEvent> events(long id) {
        return database.sql("""
                        select e.kind, e.at, w.name as by, e.said from quote_event e left join person w on w.id = e.by_person_id
                        where e.quote_id = :id order by e.at desc, e.id desc limit 200""").param("id", id).query(QuoteEvent.class).list();
    }

    /** All versions, the latest first. */
    List<QuoteVersion> versions(long rootId) {
        return database.sql("""
                        select id, revision, state, total, currency, created_at from quote where root_id = :root order by revision desc""").param("root", rootId).query(QuoteVersion.class).list();
    }

    boolean isLatest(long rootId, int revision) {
        return !exists("select from quote where root_id = :one and revision > :other", rootId, revision);
    }

    /** Whether a line of it counts. */
    boolean offersAnything(long id) {
        return exists(
                "select from quote_line where quote_id = :one and kind = 'ITEM' and (not optional or chosen) and quantity > :other",
                id,
                0L);
    }

    private boolean exists(String select, Object one, Object other) {
        return database.sql("select exists (" + select + ")")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** Notes what has happened. @param by id of the person, null for nobody */
    void note(long id, String kind, Instant at, @Nullable Long by, @Nullable String said) {
        database.sql("""
                        insert into quote_event (id, quote_id, kind, at, by_person_id, said)
                        values (nextval('quote_event_seq'), :quote, :kind, :at, :by, :said)""")
                .param("quote", id)
                .param("kind", kind)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.BIGINT)
                .param("said", said, Types.VARCHAR)
                .update();
    }

    /** Those whose day is over and that nobody has decided, the longest over first; a thousand at most. */
    List<Long> over(LocalDate today) {
        return database.sql("""
                        select id from quote where state in ('RELEASED', 'SENT') and valid_until < :today and approval_case_id is null
                        order by valid_until limit 1000""").param("today", today).query(Long.class).list();
    }

    /** Those of some that wait for an approval; all of them stay as they are until the transaction ends. */
    List<Long> locked(List<Long> ids) {
        return database.sql("""
                        select id from (select id, approval_case_id from quote where id = any(:ids) order by id for update) q
                        where approval_case_id is not null""")
                .param("ids", ids.toArray(new Long[0]))
                .query(Long.class)
                .list();
    }

    /** A case takes hold of it: nothing changes about it until that is decided. */
    void lock(long id, long caseId, Instant now) {
        hold("""
                update quote set approval_case_id = :case, state = case state when 'DRAFT' then 'SUBMITTED' else state end,
                    state_since = case state when 'DRAFT' then :now else state_since end
                where id = :id""", id, caseId, now);
    }

    /** The case lets go of it; what was submitted and not approved is a draft again. */
    void unlock(long id, long caseId, Instant now) {
        hold("""
                update quote set approval_case_id = null, state = case state when 'SUBMITTED' then 'DRAFT' else state end,
                    state_since = case state when 'SUBMITTED' then :now else state_since end
                where id = :id and approval_case_id = :case""", id, caseId, now);
    }

    private void hold(String sql, long id, long caseId, Instant now) {
        database.sql(sql)
                .param("case", caseId)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
