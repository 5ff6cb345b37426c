package org.triviumcrm.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of people who are put in charge of records, for writes of many records at once. */
@Component
public class OwnerTeams {

    private final JdbcClient database;

    OwnerTeams(JdbcClient database) {
        this.database = database;
    }

    /** People without a team are left out. */
    public Map<Long, Long> of(Collection<@Nullable Long> personIds) {
        Map<Long, Long> teams = new HashMap<>();
        Long[] ids = personIds.stream().filter(Objects::nonNull).distinct().toArray(Long[]::new);
        if (ids.length > 0) {
            database.sql("select id, team_id from person where id = any(:ids) and team_id is not null")
                    .param("ids", ids)
                    .query(row -> {
                        teams.put(row.getLong(1), row.getLong(2));
                    });
        }
        return teams;
    }
}
