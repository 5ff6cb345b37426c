package org.triviumcrm.customer.activity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldRows;

/** Gives what one person has planned to others, many at once. */
@Repository
class PlannedWorkRepository {

    private static final String PLANNED =
            "(kind = 'TASK' or planned or kind in ('CALL', 'MEETING') and at > :now) and done_at is null and cancelled_at is null";

    private final JdbcClient database;
    private final HeldRows held;

    PlannedWorkRepository(JdbcClient database) {
        this.database = database;
        this.held = new HeldRows(database, "activity", "owner_id", PLANNED);
    }

    List<HeldLine> of(long personId, Instant now) {
        return database.sql(
                        "select null::text as label, null::text as name, count(*) as count, null::numeric as amount, null::text as link"
                                + " from activity where owner_id = :person and (" + PLANNED + ") having count(*) > 0")
                .param("person", personId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(HeldLine.class)
                .list();
    }

    HeldRows held() {
        return held;
    }
}
