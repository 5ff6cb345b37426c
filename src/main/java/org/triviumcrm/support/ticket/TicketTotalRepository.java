package org.triviumcrm.support.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ticket_total}, kept few. */
@Repository
class TicketTotalRepository {

    /** So many rows more than different ones are read as quickly. */
    private static final int MANY = 200;

    private final JdbcClient database;

    TicketTotalRepository(JdbcClient database) {
        this.database = database;
    }

    /** One row for all with the same values. In one statement: whoever reads meanwhile sees the rows of before, and what comes meanwhile stays. */
    void addUp() {
        database.sql("""
                        with needed as (
                            select count(*) - count(distinct (queue_id, owner_id, team_id, status, waiting, broken)) > :many as it
                            from ticket_total),
                        gone as (delete from ticket_total where (select it from needed) returning *)
                        insert into ticket_total
                        select queue_id, owner_id, team_id, status, waiting, broken, sum(tickets) from gone
                        group by queue_id, owner_id, team_id, status, waiting, broken having sum(tickets) <> 0""").param("many", MANY).update();
    }
}
