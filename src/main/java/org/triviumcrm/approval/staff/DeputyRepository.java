package org.triviumcrm.approval.staff;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away on a day. */
@Repository
class DeputyRepository {

    private final JdbcClient jdbc;

    DeputyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deputies by the person whose place they take. */
    Map<Long, Long> on(LocalDate day) {
        Map<Long, Long> deputies = new HashMap<>();
        jdbc.sql("select person_id, deputy_id from approval_absence where :day between from_day and until_day")
                .param("day", day)
                .query(row -> {
                    deputies.put(row.getLong("person_id"), row.getLong("deputy_id"));
                });
        return deputies;
    }
}
