package org.triviumcrm.approval.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show of cases. */
@Repository
class CasePageRepository {

    /** Of one case; a reminder every hour would be more than anybody reads. */
    private static final int MOST_TRAIL = 300;

    private static final String HEAD = """
            select c.id, c.state, c.round, c.version, c.trigger_key, c.target, c.title, c.url, c.amount, c.currency, p.name submitter, f.name flow, v.number,
                c.submitted_at, c.finished_at
            from approval_case c join person p on p.id = c.submitter_id
                join approval_flow_version v on v.id = c.flow_version_id join approval_flow f on f.id = v.flow_id\s""";

    private static final String TRAIL = """
            select t.case_id, t.round, t.at, p.name person, o.name other, t.kind, t.step_name, t.text, t.seconds
            from approval_trail t left join person p on p.id = t.person_id left join person o on o.id = t.for_person_id\s""";

    private static final String TASKS = """
            select t.*, p.name person, o.name former
            from approval_task t join person p on p.id = t.person_id left join person o on o.id = t.former_person_id\s""";

    private final JdbcClient jdbc;

    CasePageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    CaseHead head(long id) {
        return jdbc.sql(HEAD + "where c.id = :id")
                .param("id", id)
                .query(CasePageRepository::head)
                .single();
    }

    /** Those about a record, the newest first. */
    List<CaseHead> heads(String type, long subjectId, int most) {
        return jdbc.sql(HEAD + """
                where c.subject_type = :type and c.subject_id = :subject order by c.submitted_at desc, c.id desc limit :most""")
                .param("type", type)
                .param("subject", subjectId)
                .param("most", most)
                .query(CasePageRepository::head)
                .list();
    }

    String snapshot(long id) {
        return jdbc.sql("select snapshot::text from approval_case where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** Of all rounds, in the order in which they were asked. */
    List<TaskRow> tasks(Collection<Long> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : jdbc.sql(TASKS + "where t.case_id in (:cases) order by t.case_id, t.round, t.ordinal, t.id")
                        .param("cases", caseIds)
                        .query(CasePageRepository::task)
                        .list();
    }

    /** The oldest first. */
    List<TrailRow> trail(long caseId) {
        List<TrailRow> newest = jdbc.sql(TRAIL + "where t.case_id = :case order by t.at desc, t.id desc limit :most")
                .param("case", caseId)
                .param("most", MOST_TRAIL)
                .query(CasePageRepository::trail)
                .list();
        List<TrailRow> oldest = new ArrayList<>(newest);
        Collections.reverse(oldest);
        return TrailRow.together(oldest);
    }

    /** Of several cases who was asked, what people did, and what came of it: each the oldest first. */
    List<TrailRow> deeds(Collection<Long> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : TrailRow.together(jdbc.sql(TRAIL + """
                        where t.case_id in (:cases) and t.kind not in ('REMINDED', 'ATTACHED', 'COMMENTED', 'COPIED')
                        order by t.case_id, t.at, t.id""")
                        .param("cases", caseIds)
                        .query(CasePageRepository::trail)
                        .list());
    }

    List<String> copies(long caseId) {
        return jdbc.sql("""
                select p.name from approval_copy c join person p on p.id = c.person_id where c.case_id = :case order by c.at""").param("case", caseId).query(String.class).list();
    }

    private static CaseHead head(ResultSet row, int number) throws SQLException {
        Instant submitted = row.getObject("submitted_at", OffsetDateTime.class).toInstant();
        return new CaseHead(
                row.getLong("id"),
                row.getString("state"),
                row.getInt("round"),
                row.getInt("version"),
                row.getString("trigger_key"),
                row.getObject("target", Long.class),
                row.getString("title"),
                row.getString("url"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("submitter"),
                row.getString("flow"),
                row.getInt("number"),
                submitted,
                at(row, "finished_at"));
    }

    private static TaskRow task(ResultSet row, int number) throws SQLException {
        return new TaskRow(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getInt("round"),
                row.getString("step_key"),
                row.getString("step_name"),
                row.getLong("person_id"),
                row.getString("person"),
                row.getString("former"),
                row.getString("cause"),
                row.getString("state"),
                at(row, "opened_at"),
                at(row, "due_at"),
                at(row, "closed_at"));
    }

    private static TrailRow trail(ResultSet row, int number) throws SQLException {
        return new TrailRow(
                row.getLong("case_id"),
                row.getInt("round"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                row.getString("other"),
                row.getString("kind"),
                row.getString("step_name"),
                row.getString("text"),
                row.getObject("seconds", Long.class));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
