package org.triviumcrm.identity.team;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.HeldLine;
import org.triviumcrm.identity.HeldRows;

/** Puts others in charge of the teams of one person, many at once. */
@Repository
class ManagedTeamRepository {

    private final JdbcClient database;
    private final HeldRows held;

    ManagedTeamRepository(JdbcClient database) {
        this.database = database;
        this.held = new HeldRows(database, "team", "manager_id");
    }

    List<HeldLine> of(long personId) {
        return database.sql("""
                        select null::text as label, name, 1 as count, null::numeric as amount, '/administration/teams/' || id as link
                        from team where manager_id = :person order by lower(name), id""").param("person", personId).query(HeldLine.class).list();
    }

    /** To these people in turn; person by team. */
    Map<Long, Long> spread(long personId, List<Long> receivers, Instant now) {
        return held.spread(personId, receivers, now);
    }

    /** Those that the receivers are still in charge of. */
    Map<Long, Long> takeBack(long personId, Map<Long, Long> given, Instant now) {
        return held.takeBack(personId, given, now);
    }
}
