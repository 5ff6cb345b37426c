package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueClass;

/** In which class customers were at the end of each month, and how many moved between two. */
@Repository
class MonthRepository {

    private final JdbcClient database;

    MonthRepository(JdbcClient database) {
        this.database = database;
    }

    /** What holds of a month that was written down, the rules of then included. */
    record Taken(YearMonth month, SaveValueRules rules) {}

    /** Customers of a class at the end of a month. */
    record Standing(YearMonth month, ValueClass valueClass, long customers, BigDecimal amount) {}

    /** Those who were in one class and are in another. */
    record Move(ValueClass from, ValueClass to, long customers, BigDecimal before, BigDecimal after) {}

    /** The months of a measure that are written down and say something, the latest first. */
    List<Taken> taken(CustomerMeasure measure) {
        return database.sql("""
                        select m.month, m.months, m.share_a, m.share_b from value_month m where m.measure = :measure and m.from_a is not null
                        order by m.month desc""")
                .param("measure", measure.key())
                .query((row, n) -> new Taken(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        new SaveValueRules(row.getInt("months"), row.getInt("share_a"), row.getInt("share_b"), false)))
                .list();
    }

    /** All of a measure, month by month. */
    List<Standing> standings(CustomerMeasure measure) {
        return database.sql("""
                        select month, value_class, customers, amount from value_month_class where measure = :measure
                        order by month, value_class""")
                .param("measure", measure.key())
                .query((row, n) -> new Standing(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        ValueClass.valueOf(row.getString("value_class")),
                        row.getLong("customers"),
                        row.getBigDecimal("amount")))
                .list();
    }

    List<Move> moves(CustomerMeasure measure, YearMonth from, YearMonth to) {
        return database.sql("""
                        select class_from, class_to, customers, amount_from, amount_to from value_move
                        where measure = :measure and month_from = :from and month_to = :to""")
                .param("measure", measure.key())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query((row, n) -> new Move(
                        ValueClass.valueOf(row.getString("class_from")),
                        ValueClass.valueOf(row.getString("class_to")),
                        row.getLong("customers"),
                        row.getBigDecimal("amount_from"),
                        row.getBigDecimal("amount_to")))
                .list();
    }

    /**
     * Which of some months are still to be written down, or anew, the earliest first; one in which nobody had brought anything may be by
     * now.
     *
     * @param before when such a month was looked at last
     */
    List<YearMonth> missing(CustomerMeasure measure, YearMonth first, YearMonth last, Instant before) {
        return database
                .sql("""
                        select cast(m as date) from generate_series(cast(:first as timestamp), cast(:last as timestamp), interval '1 month') m
                        where not exists (select 1 from value_month v where v.measure = :measure and v.month = cast(m as date)
                            and case when v.from_a is null then v.taken_at > :before else v.taken_at > 'epoch' end) order by 1""")
                .param("first", first.atDay(1))
                .param("last", last.atDay(1))
                .param("measure", measure.key())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    /** Writes a month down, and how customers have moved between it and all others. */
    void take(CustomerMeasure measure, SaveValueRules rules, YearMonth month, Instant now) {
        database.sql("with " + WorthRepository.CLASSED.formatted(measure.amounts()) + """
                        , taken as (insert into value_month (measure, month, taken_at, months, share_a, share_b, from_a, from_b)
                            select :measure, :month, :now, :months, :a, :b, b.from_a, b.from_b from bound b
                            returning 1),
                        kept as (insert into customer_value_month (customer_id, measure, month, value_class, amount)
                            select c.customer_id, :measure, :month, c.value_class, c.amount from classed c
                            where c.value_class is not null order by c.customer_id
                            returning value_class, amount)
                        insert into value_month_class (measure, month, value_class, customers, amount)
                        select :measure, :month, k.value_class, count(*), sum(k.amount) from kept k cross join taken group by k.value_class""")
                .param("measure", measure.key())
                .param("since", month.minusMonths(rules.months()).atEndOfMonth())
                .param("until", month.atEndOfMonth())
                .param("month", month.atDay(1))
                .param("months", rules.months())
                .param("a", rules.shareA())
                .param("b", rules.shareB())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        // what was just written is unknown to the planner, which would look through the whole month for each of its
        // customers
        database.sql("select set_config('enable_nestloop', 'off', true)")
                .query((row, n) -> row.getString(1))
                .single();
        for (String pair : List.of("t.month = :month and f.month < :month", "f.month = :month and t.month > :month")) {
            database.sql("""
                        insert into value_move (measure, month_from, month_to, class_from, class_to, customers, amount_from, amount_to)
                        select :measure, f.month, t.month, f.value_class, t.value_class, count(*), sum(f.amount), sum(t.amount)
                        from customer_value_month f join customer_value_month t on t.customer_id = f.customer_id
                        where f.measure = :measure and t.measure = :measure and\s""" + pair + " group by f.month, t.month, f.value_class, t.value_class")
                    .param("measure", measure.key())
                    .param("month", month.atDay(1))
                    .update();
        }
    }

    /** Forgets a month. */
    void drop(CustomerMeasure measure, YearMonth month) {
        database.sql("delete from customer_value_month where measure = :measure and month = :month")
                .param("measure", measure.key())
                .param("month", month.atDay(1))
                .update();
        database.sql("delete from value_month where measure = :measure and month = :month")
                .param("measure", measure.key())
                .param("month", month.atDay(1))
                .update();
    }

    /** Months before one, of a measure. */
    List<YearMonth> before(CustomerMeasure measure, YearMonth month) {
        return database
                .sql("select month from value_month where measure = :measure and month < :month order by month")
                .param("measure", measure.key())
                .param("month", month.atDay(1))
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    /** All months are to be written down anew, by and by. */
    void again() {
        database.sql("update value_month set taken_at = 'epoch'").update();
    }
}
