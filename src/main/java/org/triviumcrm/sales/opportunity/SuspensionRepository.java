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

    /** All whose day has come, but those that wait for a decision. */
    List<Long> due(LocalDate today) {
        return database.sql("""
                        select o.id from opportunity o
                        where o.suspended_until <= :today and o.state = 'SUSPENDED' and o.approval_case_id is null
                        order by o.suspended_until, o.id""").param("today", today).query(Long.class).list();
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
