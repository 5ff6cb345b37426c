package org.triviumcrm.sales.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suspended opportunities whose day has come, along the index of these days, and who was told that one can't come back alone. */
@Repository
class SuspensionRepository {

    private final JdbcClient database;

    SuspensionRepository(JdbcClient database) {
        this.database = database;
    }

    /** All whose day has come, but those that wait for a decision, or for another try after one that has failed. */
    List<Long> due(LocalDate today, Instant now) {
        return database.sql("""
                        select o.id from opportunity o
                        left join suspension_failure f on f.opportunity_id = o.id and f.until = o.suspended_until
                        where o.suspended_until <= :today and o.state = 'SUSPENDED' and o.approval_case_id is null
                          and (f.next_try is null or f.next_try <= :now)
                        order by o.suspended_until, o.id""")
                .param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /**
     * After half an hour, an hour, and so on up to a day it is tried again.
     *
     * @return how often it has failed on this day of return
     */
    int failed(long id, LocalDate until, Instant now) {
        return database.sql("""
                        insert into suspension_failure as f (opportunity_id, until, tries, next_try)
                        values (:id, :until, 1, cast(:now as timestamptz) + interval '30 minutes')
                        on conflict (opportunity_id) do update set until = excluded.until,
                            tries = case when f.until = excluded.until then f.tries + 1 else 1 end,
                            next_try = case when f.until = excluded.until
                                then cast(:now as timestamptz) + least(interval '30 minutes' * power(2, least(f.tries, 10)), interval '1 day')
                                else excluded.next_try end
                        returning tries""")
                .param("id", id)
                .param("until", until)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** @return whether nobody was told of this day yet */
    boolean note(long id, LocalDate until, Instant now) {
        return database.sql("""
                        insert into suspension_told (opportunity_id, until, told_at) values (:id, :until, :now)
                        on conflict (opportunity_id) do update set until = excluded.until, told_at = excluded.told_at
                        where suspension_told.until <> excluded.until""")
                        .param("id", id)
                        .param("until", until)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
