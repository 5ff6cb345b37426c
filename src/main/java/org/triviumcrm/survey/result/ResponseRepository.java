package org.triviumcrm.survey.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Single answers: those that are nobody's, and those of customers that the viewer sees. */
@Repository
class ResponseRepository {

    private static final String ROWS = """
            select r.id, r.survey_id, s.name as survey, r.at, r.customer_id, c.name as customer, k.name as contact, r.level, r.nps, r.csat, %s as text
            from survey_response r join survey s on s.id = r.survey_id
            left join customer c on c.id = r.customer_id left join contact k on k.id = r.contact_id""";

    /** What was said to one question: the text, the day, or the name of the file. */
    private static final String SAID = """
            coalesce(a.text, a.on_day::text, (select string_agg(f.name, ', ' order by f.id) from survey_file f where f.response_id = r.id and f.question_id = a.question_id))""";

    private final JdbcClient database;

    ResponseRepository(JdbcClient database) {
        this.database = database;
    }

    /** The newest first, below this id. */
    List<ResponseRow> before(
            Viewer viewer,
            long surveyId,
            ResultFilter filter,
            @Nullable Wanted wanted,
            ZoneId zone,
            long before,
            int limit) {
        Map<String, Object> parameters = ResultRepository.parameters(surveyId, filter, zone);
        String sql = ROWS.formatted(wanted == null ? "null::text" : SAID);
        if (wanted != null) {
            sql += " join survey_answer a on a.response_id = r.id and a.question_id = :question and a.line = :line";
            parameters.put("question", wanted.questionId());
            parameters.put("line", wanted.line() == null ? 0 : wanted.line());
            if (wanted.value() != null) {
                sql += " and a.value = :value";
                parameters.put("value", wanted.value());
            }
        }
        sql += " where " + ResultRepository.where(filter) + " and r.id < :before and " + visible(viewer, parameters)
                + " order by r.id desc limit :limit";
        parameters.put("before", before);
        parameters.put("limit", limit);
        return database.sql(sql)
                .params(parameters)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<ResponseRow> find(Viewer viewer, long surveyId, long id) {
        Map<String, Object> parameters = new HashMap<>(Map.of("survey", surveyId, "id", id));
        return database.sql(ROWS.formatted("null::text") + " where r.survey_id = :survey and r.id = :id and "
                        + visible(viewer, parameters))
                .params(parameters)
                .query((row, number) -> row(row))
                .optional();
    }

    /** What these have said, by the id of the answer. */
    Map<Long, List<Said>> said(List<Long> responseIds) {
        Map<Long, List<Said>> said = new HashMap<>();
        database.sql("""
                        select a.response_id, a.question_id, a.line, a.value, coalesce(a.text, a.on_day::text, f.name) as text, f.id as file_id
                        from survey_answer a
                        left join survey_file f on f.response_id = a.response_id and f.question_id = a.question_id
                        where a.response_id = any(:ids) order by a.response_id, a.question_id, a.line, a.value""").param("ids", responseIds.toArray(Long[]::new)).query(row -> {
            said.computeIfAbsent(row.getLong("response_id"), id -> new ArrayList<>())
                    .add(new Said(
                            row.getLong("question_id"),
                            row.getInt("line"),
                            row.getInt("value"),
                            row.getString("text"),
                            row.getObject("file_id", Long.class)));
        });
        return said;
    }

    /** Where only those that are seen count: nothing of a customer without the permission to see customers. */
    private static String visible(Viewer viewer, Map<String, Object> parameters) {
        if (!viewer.can("customer.customer.view")) {
            return "r.customer_id is null";
        }
        Scope scope = viewer.scope("customer");
        parameters.putAll(scope.parameters());
        return "(r.customer_id is null or " + scope.sql("c") + ")";
    }

    private static ResponseRow row(ResultSet row) throws SQLException {
        return new ResponseRow(
                row.getLong("id"),
                row.getLong("survey_id"),
                row.getString("survey"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getString("contact"),
                row.getString("level"),
                row.getObject("nps", Integer.class),
                row.getObject("csat", Integer.class),
                row.getString("text"));
    }
}
