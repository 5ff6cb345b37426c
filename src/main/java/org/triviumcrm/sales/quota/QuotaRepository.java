package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;

/** What is to be reached. */
@Repository
class QuotaRepository {

    record Row(long id, LocalDate startsOn, int months, BigDecimal amount) {}

    private final JdbcClient database;

    QuotaRepository(JdbcClient database) {
        this.database = database;
    }

    /** All of a year and a kind, by whose they are. */
    Map<Long, Quotas> ofYear(QuotaMeasure measure, QuotaSubject subject, @Nullable Long pipeline, int year) {
        return database
                .sql("""
                        select coalesce(%1$s, 0) as id, q.starts_on, q.months, q.amount from quota q
                        where q.measure = :measure and q.starts_on >= :from and q.starts_on < :to and %2$s
                          and q.pipeline_id is not distinct from cast(:pipeline as bigint)""".formatted(column(subject), condition(subject)))
                .param("measure", measure.name())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year + 1, 1, 1))
                .param("pipeline", pipeline)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::id, Collectors.collectingAndThen(Collectors.toList(), QuotaRepository::quotas)));
    }

    /** Those of the months from one to another, and of the quarters and years they lie in. */
    Quotas of(QuotaKey key, YearMonth from, YearMonth to) {
        return quotas(database.sql("""
                        select :id as id, q.starts_on, q.months, q.amount from quota q
                        where q.measure = :measure and q.starts_on between :from and :to and %2$s and coalesce(%1$s, 0) = :id
                          and q.pipeline_id is not distinct from cast(:pipeline as bigint)""".formatted(column(key.subject()), condition(key.subject())))
                .param("measure", key.measure().name())
                .param("from", LocalDate.of(from.getYear(), 1, 1))
                .param("to", to.atEndOfMonth())
                .param("id", key.id())
                .param("pipeline", key.pipeline())
                .query(Row.class)
                .list());
    }

    private static Quotas quotas(List<Row> rows) {
        Map<Period, BigDecimal> said = new HashMap<>();
        rows.forEach(row -> said.put(new Period(YearMonth.from(row.startsOn()), row.months()), row.amount()));
        return new Quotas(said);
    }

    /** Takes the place of all that was said of a year. Nobody else does so for the same one at this time. */
    void replace(QuotaKey key, int year, Quotas quotas, @Nullable Long by, Instant now) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "quota " + key + year)
                .query((row, number) -> 1)
                .single();
        database.sql("""
                        delete from quota q where q.measure = :measure and q.starts_on between :from and :to and %2$s
                          and coalesce(%1$s, 0) = :id and q.pipeline_id is not distinct from cast(:pipeline as bigint)""".formatted(column(key.subject()), condition(key.subject())))
                .param("measure", key.measure().name())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("id", key.id())
                .param("pipeline", key.pipeline())
                .update();
        List<Period> periods = Quotas.all(year)
                .filter(period -> quotas.said(period) != null
                        && Objects.requireNonNull(quotas.said(period)).signum() > 0)
                .toList();
        String target = key.subject() == QuotaSubject.COMPANY
                ? ""
                : ", " + column(key.subject()).substring(2);
        database.sql("""
                        insert into quota (id, measure, starts_on, months, pipeline_id, amount, set_by, set_at%1$s)
                        select nextval('quota_seq'), :measure, x.starts_on, x.months, :pipeline, x.amount, :by, :now%2$s
                        from unnest(cast(:starts as date[]), cast(:months as int[]), cast(:amounts as numeric[]))
                            as x (starts_on, months, amount)""".formatted(target, target.isEmpty() ? "" : ", :id"))
                .param("measure", key.measure().name())
                .param("pipeline", key.pipeline())
                .param("by", by)
                .param("id", key.id())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param(
                        "starts",
                        periods.stream()
                                .map(Period::first)
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("months", periods.stream().map(Period::months).toArray(Integer[]::new))
                .param("amounts", periods.stream().map(quotas::said).toArray(BigDecimal[]::new))
                .update();
    }

    private static String column(QuotaSubject subject) {
        return switch (subject) {
            case COMPANY -> "null";
            case TEAM -> "q.team_id";
            case PERSON -> "q.person_id";
            case PRODUCT -> "q.product_id";
            case REGION -> "q.territory_id";
        };
    }

    private static String condition(QuotaSubject subject) {
        return subject == QuotaSubject.COMPANY
                ? "num_nonnulls(q.team_id, q.person_id, q.product_id, q.territory_id) = 0"
                : column(subject) + " is not null";
    }
}
