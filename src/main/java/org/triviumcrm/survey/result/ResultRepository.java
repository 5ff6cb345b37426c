package org.triviumcrm.survey.result;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts answers. Each of its statements is about all answers of a survey that a filter leaves. */
@Repository
class ResultRepository {

    private final JdbcClient database;

    ResultRepository(JdbcClient database) {
        this.database = database;
    }

    /** Of all of them together. @param mean of the satisfaction, null without any */
    record Sums(
            long answers,
            long nps,
            long promoters,
            long detractors,
            long csat,
            long satisfied,
            @Nullable BigDecimal mean) {}

    /** How often something was answered. */
    record Count(long questionId, int line, int value, long count) {}

    /** A month of one level of customers, or of one class; empty where it is not known. */
    record Month(LocalDate month, String level, long nps, long promoters, long detractors, long csat, long satisfied) {}

    /** Personal links, and those of them that were answered. */
    record Invitations(long sent, long answered) {}

    private static final String SCORES = """
            count(r.nps) as nps, count(*) filter (where r.nps >= 9) as promoters, count(*) filter (where r.nps <= 6) as detractors,
            count(r.csat) as csat, count(*) filter (where r.csat >= 4) as satisfied""";

    Sums sums(long surveyId, ResultFilter filter, ZoneId zone) {
        return database.sql("select count(*) as answers, " + SCORES
                        + ", round(avg(r.csat), 2) as mean from survey_response r where " + where(filter))
                .params(parameters(surveyId, filter, zone))
                .query(Sums.class)
                .single();
    }

    List<Count> counts(long surveyId, ResultFilter filter, ZoneId zone) {
        return database.sql("""
                        select a.question_id, a.line, a.value, count(*) as count
                        from survey_response r join survey_answer a on a.response_id = r.id where %s group by 1, 2, 3""".formatted(where(filter)))
                .params(parameters(surveyId, filter, zone))
                .query(Count.class)
                .list();
    }

    /** How many have answered each of these questions at all, who may give several answers to one. */
    Map<Long, Long> answered(long surveyId, List<Long> questionIds, ResultFilter filter, ZoneId zone) {
        Map<Long, Long> answered = new HashMap<>();
        database.sql("""
                        select question_id, count(*) from (
                            select distinct a.question_id, a.response_id
                            from survey_response r join survey_answer a on a.response_id = r.id and a.question_id = any(:questions) where %s) d group by 1""".formatted(where(filter)))
                .param("questions", questionIds.toArray(Long[]::new))
                .params(parameters(surveyId, filter, zone))
                .query(row -> {
                    answered.put(row.getLong(1), row.getLong(2));
                });
        return answered;
    }

    List<Month> months(long surveyId, ResultFilter filter, ZoneId zone) {
        return database.sql("""
                        select date_trunc('month', r.at at time zone :zone)::date as month, coalesce(%s, '') as level, %s
                        from survey_response r where %s and (r.nps is not null or r.csat is not null)
                        group by 1, 2 order by 1, 2""".formatted(filter.cut().column(), SCORES, where(filter)))
                .params(parameters(surveyId, filter, zone))
                .query(Month.class)
                .list();
    }

    Invitations invitations(long surveyId, ResultFilter filter, ZoneId zone) {
        String period = where(filter)
                .replace("r.level", "c.level")
                .replace(
                        "r.value_class",
                        "(select v.value_class from customer_value v where v.customer_id = r.customer_id)")
                .replace("r.at", "r.created_at");
        return database.sql("""
                        select count(*) as sent, count(r.answered_at) as answered
                        from survey_invitation r left join customer c on c.id = r.customer_id where r.failed_at is null and %s""".formatted(period))
                .params(parameters(surveyId, filter, zone))
                .query(Invitations.class)
                .single();
    }

    /** Those of the customers who have answered. */
    List<String> levels(long surveyId) {
        return database.sql(
                        "select distinct level from survey_response where survey_id = :survey and level is not null order by 1")
                .param("survey", surveyId)
                .query(String.class)
                .list();
    }

    static String where(ResultFilter filter) {
        String where = "r.survey_id = :survey";
        if (filter.from() != null) {
            where += " and r.at >= (:from::date)::timestamp at time zone :zone";
        }
        if (filter.to() != null) {
            where += " and r.at < (:to::date + 1)::timestamp at time zone :zone";
        }
        if (filter.valueClass() != null) {
            where += " and r.value_class = :valueClass";
        }
        return filter.level() == null ? where : where + " and r.level = :level";
    }

    static Map<String, Object> parameters(long surveyId, ResultFilter filter, ZoneId zone) {
        Map<String, Object> parameters = new HashMap<>(Map.of("survey", surveyId, "zone", zone.getId()));
        if (filter.from() != null) {
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            parameters.put("to", filter.to());
        }
        if (filter.level() != null) {
            parameters.put("level", filter.level());
        }
        if (filter.valueClass() != null) {
            parameters.put("valueClass", filter.valueClass().name());
        }
        return parameters;
    }
}
