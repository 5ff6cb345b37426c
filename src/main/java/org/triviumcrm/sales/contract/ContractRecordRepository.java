package org.triviumcrm.sales.contract;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened to contracts, and what is written of them without their entity. */
@Repository
class ContractRecordRepository {

    private final JdbcClient database;

    ContractRecordRepository(JdbcClient database) {
        this.database = database;
    }

    /** What has happened to it, the latest first. */
    List<ContractEvent> events(long id) {
        return database.sql("""
                        select e.kind, e.at, w.name as by, e.said from contract_event e left join person w on w.id = e.by_person_id
                        where e.contract_id = :id order by e.at desc, e.id desc limit 200""").param("id", id).query(ContractEvent.class).list();
    }

    /** The contract and its amendments, the latest first. */
    List<ContractPaper> papers(long rootId) {
        return database.sql("""
                        select id, revision, state, total, currency, effective_on from contract where root_id = :root order by revision desc""")
                .param("root", rootId)
                .query(ContractPaper.class)
                .list();
    }

    boolean isLatest(long rootId, int revision) {
        return !exists("select from contract where root_id = :one and revision > :other", rootId, revision);
    }

    /** Whether a line of it counts. */
    boolean agreesOnAnything(long id) {
        return exists(
                "select from contract_line where contract_id = :one and kind = 'ITEM' and quantity > :other", id, 0L);
    }

    private boolean exists(String select, Object one, Object other) {
        return database.sql("select exists (" + select + ")")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** The contract that a quote has become. */
    Optional<Long> ofQuote(long quote) {
        return database.sql("select id from contract where quote_id = :quote and revision = 1")
                .param("quote", quote)
                .query(Long.class)
                .optional();
    }

    /** Notes what has happened. @param by id of the person, null for nobody */
    void note(long id, String kind, Instant at, @Nullable Long by, @Nullable String said) {
        database.sql("""
                        insert into contract_event (id, contract_id, kind, at, by_person_id, said)
                        values (nextval('contract_event_seq'), :contract, :kind, :at, :by, :said)""")
                .param("contract", id)
                .param("kind", kind)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.BIGINT)
                .param("said", said, Types.VARCHAR)
                .update();
    }

    /** Those of some that wait for an approval; all of them stay as they are until the transaction ends. */
    List<Long> locked(List<Long> ids) {
        return database.sql("""
                        select id from (select id, approval_case_id from contract where id = any(:ids) order by id for update) k
                        where approval_case_id is not null""")
                .param("ids", ids.toArray(new Long[0]))
                .query(Long.class)
                .list();
    }

    /** Where a contract stands against the days: which of those that have been signed are over, or give way to an amendment. */
    List<Long> over(LocalDate today) {
        return database.sql("""
                        select id from contract where state = 'SIGNED' and ends_on < :today and approval_case_id is null
                        order by ends_on, id limit 1000""").param("today", today).query(Long.class).list();
    }

    /** Amendments that are signed and hold by now, while what they amend is still there. */
    List<Long> takingEffect(LocalDate today) {
        return database.sql("""
                        select k.id from contract k where k.state = 'SIGNED' and k.revision > 1 and k.effective_on <= :today
                          and exists (select from contract b where b.root_id = k.root_id and b.revision < k.revision and b.state = 'SIGNED')
                        order by k.effective_on, k.id limit 1000""").param("today", today).query(Long.class).list();
    }
}
