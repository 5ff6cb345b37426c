package org.triviumcrm.survey.sheet;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.survey.question.Question;

/** Keeps what was answered. */
@Repository
class SheetRepository {

    private final JdbcClient database;

    SheetRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<Invited> invited(long id) {
        return database.sql("""
                        select id, survey_id, customer_id, contact_id, about, expires_at, answered_at
                        from survey_invitation where id = :id""")
                .param("id", id)
                .query((row, number) -> new Invited(
                        row.getLong("id"),
                        row.getLong("survey_id"),
                        row.getObject("customer_id", Long.class),
                        row.getObject("contact_id", Long.class),
                        row.getString("about"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .optional();
    }

    /** False when it has been answered already. */
    boolean use(long invitationId, Instant now) {
        return database.sql("update survey_invitation set answered_at = :now where id = :id and answered_at is null")
                        .param("id", invitationId)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** One more answer; false when there are enough, or it is closed. Whoever is first gets the last place. */
    boolean count(long surveyId) {
        return database.sql("""
                        update survey set answers = answers + 1
                        where id = :id and state = 'OPEN' and (quota is null or answers < quota)""").param("id", surveyId).update() == 1;
    }

    /** @return its id */
    long add(
            long surveyId,
            String language,
            @Nullable Invited by,
            @Nullable Integer nps,
            @Nullable Integer csat,
            Instant now) {
        return database.sql("""
                        insert into survey_response (survey_id, invitation_id, language, at, customer_id, contact_id, level, value_class, about, nps, csat)
                        values (:survey, :invitation, :language, :at, :customer, :contact,
                                (select level from customer where id = :customer), (select value_class from customer_value where customer_id = :customer), :about, :nps, :csat) returning id""")
                .param("survey", surveyId)
                .param("invitation", by == null ? null : by.id(), Types.BIGINT)
                .param("language", language)
                .param("at", utc(now))
                .param("customer", by == null ? null : by.customerId(), Types.BIGINT)
                .param("contact", by == null ? null : by.contactId(), Types.BIGINT)
                .param("about", by == null ? null : by.about(), Types.VARCHAR)
                .param("nps", nps, Types.SMALLINT)
                .param("csat", csat, Types.SMALLINT)
                .query(Long.class)
                .single();
    }

    void add(long responseId, Map<Question, Answer> answers) {
        answers.forEach((question, answer) -> {
            answer.marks().forEach(mark -> add(responseId, question.getId(), mark.row(), mark.value(), null, answer));
            if (answer.marks().isEmpty()) {
                add(responseId, question.getId(), 0, 0, answer.text(), answer);
            }
            if (answer.fileId() != null) {
                database.sql("update survey_file set response_id = :response where id = :id and response_id is null")
                        .param("response", responseId)
                        .param("id", answer.fileId())
                        .update();
            }
        });
    }

    private void add(long responseId, long questionId, int row, int value, @Nullable String text, Answer answer) {
        database.sql("""
                        insert into survey_answer (response_id, question_id, line, value, text, on_day)
                        values (:response, :question, :row, :value, :text, :day)""")
                .param("response", responseId)
                .param("question", questionId)
                .param("row", row)
                .param("value", value)
                .param("text", text, Types.VARCHAR)
                .param("day", answer.on(), Types.DATE)
                .update();
    }

    /** One more of what comes from an address of the net; gives how many there are in this hour. @param mark of the address */
    int hit(long surveyId, String mark, Instant now) {
        return database.sql("""
                        insert into survey_hit (survey_id, address, hour, hits) values (:survey, :address, :hour, 1)
                        on conflict (survey_id, address, hour) do update set hits = survey_hit.hits + 1 returning hits""")
                .param("survey", surveyId)
                .param("address", mark)
                .param("hour", utc(now.truncatedTo(ChronoUnit.HOURS)))
                .query(Integer.class)
                .single();
    }

    void forgetHits(Instant before) {
        database.sql("delete from survey_hit where hour < :before")
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
