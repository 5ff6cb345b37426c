package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.CustomerMeasure;
import org.triviumcrm.customer.ValueClass;

/** Adds up what customers bring by something else than customers, and puts that into classes by the same rules. */
@Repository
class ParetoRepository {

    private static final String OF_CUSTOMERS = """
            select c.%s as key, count(*) as customers, sum(v.revenue) as revenue
            from %s v join customer c on c.id = v.customer_id where v.revenue > 0 group by 1""";

    private static final String WORTH =
            "(select w.customer_id, w.amount as revenue from customer_worth w where w.measure = :measure)";

    private static final String OF_AMOUNTS = """
            select b.key, count(b.customer_id) as customers, sum(b.revenue) as revenue
            from (select %s as key, r.customer_id, sum(r.base_amount) as revenue
                  from (%s) r where r.brought_on > :since and r.brought_on <= :until group by 1, 2) b group by b.key""";

    /** Whatever brings as much as the smallest of a class is in it too, as with customers. */
    private static final String CLASSED = """
            with one as (%s), paying as (
                select o.*, sum(o.revenue) over (order by o.revenue desc, o.key rows unbounded preceding) as reached, sum(o.revenue) over () as total
                from one o where o.revenue > 0
            ), bound as (
                select min(revenue) filter (where (reached - revenue) * 100 < total * :a) as from_a,
                       min(revenue) filter (where (reached - revenue) * 100 < total * :b) as from_b
                from paying
            )
            select p.key, p.customers, p.revenue, round(100 * p.revenue / p.total, 1) as share, round(100 * p.reached / p.total, 1) as reached,
                   case when p.revenue >= b.from_a then 'A' when p.revenue >= b.from_b then 'B' else 'C' end as value_class
            from paying p cross join bound b order by p.revenue desc, p.key limit :limit""";

    private final JdbcClient database;

    ParetoRepository(JdbcClient database) {
        this.database = database;
    }

    record Line(
            @Nullable String key,
            long customers,
            BigDecimal revenue,
            BigDecimal share,
            BigDecimal reached,
            ValueClass valueClass) {}

    /** @param since revenue after this day counts */
    List<Line> lines(
            CustomerMeasure measure, ParetoCut cut, SaveValueRules rules, LocalDate since, LocalDate today, int limit) {
        return asked(CLASSED.formatted(added(measure, cut)), measure, rules, since, today, limit)
                .query(Line.class)
                .list();
    }

    /** Writes the same down in place of what was there. */
    void keep(
            CustomerMeasure measure,
            ParetoCut cut,
            SaveValueRules rules,
            LocalDate since,
            LocalDate today,
            int limit,
            Instant now) {
        database.sql("delete from value_cut where measure = :measure and cut = :cut")
                .param("measure", measure.key())
                .param("cut", cut.name())
                .update();
        asked("""
                        insert into value_cut (measure, cut, place, key, customers, revenue, share, reached, value_class, taken_at)
                        select :measure, :cut, row_number() over (order by l.revenue desc, l.key), l.key, l.customers, l.revenue, l.share, l.reached,
                            l.value_class, :now from (""" + CLASSED.formatted(added(measure, cut)) + ") l", measure, rules, since, today, limit)
                .param("cut", cut.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When it was written down; empty before that, and where fewer than some customers have ever bought. */
    Optional<Instant> keptAt(CustomerMeasure measure, ParetoCut cut, long buyers) {
        return database.sql("""
                        select c.taken_at from value_cut c where c.measure = :measure and c.cut = :cut and c.place = 1
                            and exists (select 1 from value_bound b where b.buyers > :buyers)""")
                .param("measure", measure.key())
                .param("cut", cut.name())
                .param("buyers", buyers)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** What was written down. */
    List<Line> kept(CustomerMeasure measure, ParetoCut cut) {
        return database.sql("select * from value_cut where measure = :measure and cut = :cut order by place")
                .param("measure", measure.key())
                .param("cut", cut.name())
                .query(Line.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(
            String sql, CustomerMeasure measure, SaveValueRules rules, LocalDate since, LocalDate today, int limit) {
        return database.sql(sql)
                .param("measure", measure.key())
                .param("since", since)
                .param("until", today)
                .param("a", rules.shareA())
                .param("b", rules.shareB())
                .param("limit", limit);
    }

    private static String added(CustomerMeasure measure, ParetoCut cut) {
        String kept = Measures.isRevenue(measure) ? "customer_value" : WORTH;
        return switch (cut) {
            case REGION -> OF_CUSTOMERS.formatted("region", kept);
            case INDUSTRY -> OF_CUSTOMERS.formatted("industry", kept);
            case PRODUCT -> OF_AMOUNTS.formatted("r.product_id::text", measure.amountsByProduct());
            case MONTH -> OF_AMOUNTS.formatted("to_char(r.brought_on, 'YYYY-MM')", measure.amounts());
            case CUSTOMER -> throw new IllegalArgumentException("Customers have their classes already");
        };
    }
}
