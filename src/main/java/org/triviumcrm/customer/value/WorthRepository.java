package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.customer.ValueSegment;

/** Customers by the measures of other modules: reckoned all at once, with where the classes begin. */
@Repository
class WorthRepository {

    /** %s: the measure's amounts. Whoever brings as much as the smallest of a class is in it too, as with revenue. */
    static final String CLASSED = """
            one as (select d.customer_id, sum(d.amount) as amount, max(d.brought_on) filter (where d.amount > 0) as last_on,
                    count(*) filter (where d.amount > 0) as times
                from (select r.customer_id, r.brought_on, sum(r.base_amount) as amount from (%s) r
                    where r.brought_on > :since and r.brought_on <= :until group by r.customer_id, r.brought_on) d
                group by d.customer_id),
            paying as (select o.customer_id, o.amount, row_number() over w as place, count(*) over () as payers,
                    sum(o.amount) over w as reached, sum(o.amount) over () as total
                from one o where o.amount > 0 window w as (order by o.amount desc, o.customer_id rows unbounded preceding)),
            bound as (select coalesce(max(total), 0) as total, min(amount) filter (where (reached - amount) * 100 < total * :a) as from_a,
                    min(amount) filter (where (reached - amount) * 100 < total * :b) as from_b from paying),
            classed as (select o.customer_id, o.amount, o.last_on, o.times,
                    case when o.amount <= 0 then null when o.amount >= b.from_a then 'A' when o.amount >= b.from_b then 'B' else 'C' end as value_class
                from one o cross join bound b)""";

    private final JdbcClient database;

    WorthRepository(JdbcClient database) {
        this.database = database;
    }

    /** @param since amounts after this day count */
    void reckon(CustomerMeasure measure, SaveValueRules rules, LocalDate since, LocalDate today, Instant now) {
        database.sql("with " + CLASSED.formatted(measure.amounts()) + """
                        , fifth as (select percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by :until - last_on) as recency,
                                percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by times) as frequency,
                                percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by amount) as monetary
                            from one where times > 0),
                        scored as (select c.customer_id, c.amount, c.value_class,
                                case when c.times > 0 then 5 - (select count(*) from unnest(f.recency) b where :until - c.last_on > b) end as recency,
                                case when c.times > 0 then 1 + (select count(*) from unnest(f.frequency) b where c.times > b) end as frequency,
                                case when c.times > 0 then 1 + (select count(*) from unnest(f.monetary) b where c.amount > b) end as monetary
                            from classed c cross join fifth f),
                        gone as (delete from customer_worth w where w.measure = :measure
                            and not exists (select 1 from classed c where c.customer_id = w.customer_id)),
                        kept as (insert into customer_worth as w (customer_id, measure, amount, value_class, recency, frequency, monetary, segment)
                            select c.customer_id, :measure, c.amount, c.value_class, c.recency, c.frequency, c.monetary,
                                value_segment(c.recency, c.frequency, c.monetary) from scored c order by c.customer_id
                            on conflict (customer_id, measure) do update set amount = excluded.amount, value_class = excluded.value_class,
                                recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary, segment = excluded.segment
                            where (w.amount, w.value_class, w.recency, w.frequency, w.monetary, w.segment) is distinct from
                                (excluded.amount, excluded.value_class, excluded.recency, excluded.frequency, excluded.monetary, excluded.segment))
                        insert into worth_bound (measure, reckoned_at, since, amount, from_a, from_b, curve)
                        select :measure, :now, :since, b.total, b.from_a, b.from_b,
                            array(select round(100 * max(c.reached) / max(c.total), 2) from paying c group by ceil(100.0 * c.place / c.payers)
                                order by ceil(100.0 * c.place / c.payers))
                        from bound b
                        on conflict (measure) do update set reckoned_at = excluded.reckoned_at, since = excluded.since, amount = excluded.amount,
                            from_a = excluded.from_a, from_b = excluded.from_b, curve = excluded.curve""")
                .param("measure", measure.key())
                .param("since", since)
                .param("until", today)
                .param("a", rules.shareA())
                .param("b", rules.shareB())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty before it was reckoned once. */
    Optional<ValueBounds> bounds(CustomerMeasure measure) {
        return database.sql("select * from worth_bound where measure = :measure")
                .param("measure", measure.key())
                .query((row, n) -> new ValueBounds(
                        row.getTimestamp("reckoned_at").toInstant(),
                        row.getObject("since", LocalDate.class),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("from_a"),
                        row.getBigDecimal("from_b"),
                        List.of((BigDecimal[]) row.getArray("curve").getArray())))
                .optional();
    }

    /** Customers who are alike, counted. */
    List<ValueCount> counts(CustomerMeasure measure) {
        return database.sql("""
                        select value_class, segment, recency, frequency, count(*) as customers, sum(amount) as amount from customer_worth
                        where measure = :measure group by value_class, segment, recency, frequency""")
                .param("measure", measure.key())
                .query((row, n) -> new ValueCount(
                        row.getString("value_class") == null ? null : ValueClass.valueOf(row.getString("value_class")),
                        row.getString("segment") == null ? null : ValueSegment.valueOf(row.getString("segment")),
                        row.getInt("recency"),
                        row.getInt("frequency"),
                        row.getLong("customers"),
                        row.getBigDecimal("amount")))
                .list();
    }
}
