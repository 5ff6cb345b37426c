package org.triviumcrm.survey.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers have answered; each reading begins with whether the viewer sees the customer. */
@Repository
class MoodRepository {

    private final JdbcClient database;

    MoodRepository(JdbcClient database) {
        this.database = database;
    }

    List<CustomerMood.Answer> latest(long customerId, int limit) {
        return database.sql("""
                        select r.id, r.survey_id, s.name as survey, k.name as contact, r.at, r.nps, r.csat
                        from survey_response r join survey s on s.id = r.survey_id left join contact k on k.id = r.contact_id
                        where r.customer_id = :customer order by r.at desc, r.id desc limit :limit""")
                .param("customer", customerId)
                .param("limit", limit)
                .query((row, number) -> new CustomerMood.Answer(
                        row.getLong("id"),
                        row.getLong("survey_id"),
                        row.getString("survey"),
                        row.getString("contact"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("nps", Integer.class),
                        row.getObject("csat", Integer.class)))
                .list();
    }

    List<CustomerMood.Month> months(long customerId, Instant since, ZoneId zone) {
        return database.sql("""
                        select date_trunc('month', at at time zone :zone)::date as month, round(avg(nps), 1) as mean, count(*) as answers
                        from survey_response where customer_id = :customer and nps is not null and at >= :since group by 1 order by 1""")
                .param("customer", customerId)
                .param("zone", zone.getId())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new CustomerMood.Month(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("mean"),
                        row.getLong("answers")))
                .list();
    }

    /** The last one that says how content the customer is, unless it is older. */
    Optional<CustomerMood.Answer> last(long customerId, Instant since) {
        return latest(customerId, 20).stream()
                .filter(answer -> answer.nps() != null || answer.csat() != null)
                .findFirst()
                .filter(answer -> answer.at().isAfter(since));
    }
}
