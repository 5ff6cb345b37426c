package org.triviumcrm.approval.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.list.MatchingRows;

/** Reads what was chosen in the list of what is to do. */
@Repository
class ChosenTaskRepository {

    private final JdbcClient jdbc;

    ChosenTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these rows, the longest waiting first. */
    List<ChosenTask> find(MatchingRows rows, int most) {
        Map<String, Object> parameters = new HashMap<>(rows.parameters());
        parameters.put("most", most);
        return jdbc.sql("""
                        select t.id, t.case_id, t.title, t.subject_type, c.trigger_key as trigger, t.amount, t.currency,
                            s.name as submitter
                        from approval_task t join approval_case c on c.id = t.case_id join person s on s.id = t.submitter_id
                        where t.id in (%s)
                        order by t.opened_at, t.id limit :most""".formatted(rows.sql()))
                .params(parameters)
                .query(ChosenTask.class)
                .list();
    }
}
