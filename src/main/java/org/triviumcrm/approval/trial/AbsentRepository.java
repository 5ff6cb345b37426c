package org.triviumcrm.approval.trial;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when people are away. */
@Repository
class AbsentRepository {

    private final JdbcClient jdbc;

    AbsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last day of their absence by person, of all who are away on a day. */
    Map<Long, LocalDate> on(LocalDate day) {
        Map<Long, LocalDate> until = new HashMap<>();
        jdbc.sql("select person_id, until_day from approval_absence where :day between from_day and until_day")
                .param("day", day)
                .query(row -> {
                    until.put(row.getLong("person_id"), row.getObject("until_day", LocalDate.class));
                });
        return until;
    }
}
