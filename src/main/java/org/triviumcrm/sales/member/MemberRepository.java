package org.triviumcrm.sales.member;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Co-owners; a row that has ended stays for the record. */
@Repository
class MemberRepository {

    private final JdbcClient database;

    MemberRepository(JdbcClient database) {
        this.database = database;
    }

    /** Present ones by name, then former ones, the latest first; no more than the limit. */
    List<MemberRow> of(long opportunityId, LocalDate today, int limit) {
        return database.sql("""
                        select m.person_id, p.name, m.access, m.until, m.added_at, a.name as added_by, m.ended_at, e.name as ended_by,
                               m.ended_at is null and coalesce(m.until >= :today, true) as active
                        from opportunity_member m
                        join person p on p.id = m.person_id
                        left join person a on a.id = m.added_by
                        left join person e on e.id = m.ended_by
                        where m.opportunity_id = :id
                        order by active desc, case when m.ended_at is null then p.name end, m.added_at desc, m.id desc limit :limit""")
                .param("id", opportunityId)
                .param("today", today)
                .param("limit", limit)
                .query(MemberRow.class)
                .list();
    }

    /** Two who share the same opportunity come one after the other. */
    void hold(long opportunityId) {
        database.sql("select 1 from opportunity where id = :id for no key update")
                .param("id", opportunityId)
                .query(Integer.class)
                .single();
    }

    void add(long opportunityId, long personId, Access access, @Nullable LocalDate until, long by, Instant now) {
        database.sql("""
                        insert into opportunity_member (id, opportunity_id, person_id, access, until, added_at, added_by)
                        values (nextval('opportunity_member_seq'), :opportunity, :person, :access, :until, :now, nullif(:by, 0))""")
                .param("opportunity", opportunityId)
                .param("person", personId)
                .param("access", access.name())
                .param("until", until, java.sql.Types.DATE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** False when the person is none, or not any more. */
    boolean end(long opportunityId, long personId, long by, Instant now) {
        return database.sql("""
                                update opportunity_member set ended_at = :now, ended_by = nullif(:by, 0)
                                where opportunity_id = :opportunity and person_id = :person and ended_at is null""")
                        .param("opportunity", opportunityId)
                        .param("person", personId)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
    }

    /** Everybody's, of these opportunities. */
    void endAllIn(List<Long> opportunityIds, long by, Instant now) {
        database.sql("""
                        update opportunity_member set ended_at = :now, ended_by = nullif(:by, 0)
                        where opportunity_id = any(:ids) and ended_at is null""")
                .param("ids", opportunityIds.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void endAllOf(long personId, long by, Instant now) {
        database.sql("""
                        update opportunity_member set ended_at = :now, ended_by = nullif(:by, 0)
                        where person_id = :person and ended_at is null""")
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }
}
