package org.triviumcrm.identity.team;

import java.util.List;
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

    HeldRows held() {
        return held;
    }
}
