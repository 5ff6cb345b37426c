package org.triviumcrm.customer.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says where classes and fifths begin, and puts customers into them. */
@Repository
class ReckoningRepository {

    private final JdbcClient database;

    ReckoningRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The bounds as of a day, out of what all customers brought after {@code since} and no later than that day. Whoever brings as much as the smallest of a class
     * is in it too.
     */
    void bound(SaveValueRules rules, LocalDate today, LocalDate since, Instant now) {
        database.sql("""
                        with buyer as (select r.customer_id, sum(r.base_amount) as revenue, sum(r.deals) as wins, max(r.brought_on) as last_on
                                 from customer_revenue r where r.brought_on > :since and r.brought_on <= :today
                                 group by r.customer_id),
                             paying as (select b.revenue, row_number() over w as place, count(*) over () as payers,
                                     sum(b.revenue) over w as reached, sum(b.revenue) over () as total
                                 from buyer b where b.revenue > 0 window w as (order by b.revenue desc, b.customer_id rows unbounded preceding))
                        insert into value_bound (reckoned_at, reckoned_on, since, buyers, revenue, from_a, from_b, recency, frequency, monetary, curve)
                        select :now, :today, :since, b.buyers, coalesce(p.total, 0), p.from_a, p.from_b, b.recency, b.frequency, b.monetary,
                            array(select round(100 * max(c.reached) / max(c.total), 2) from paying c group by ceil(100.0 * c.place / c.payers)
                                order by ceil(100.0 * c.place / c.payers))
                        from (select count(*) as buyers,
                                  coalesce(percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by :today - last_on), '{}') as recency,
                                  coalesce(percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by wins), '{}') as frequency,
                                  coalesce(percentile_disc(array[0.2, 0.4, 0.6, 0.8]) within group (order by revenue), '{}') as monetary
                              from buyer) b,
                             (select max(total) as total, min(revenue) filter (where (reached - revenue) * 100 < total * :a) as from_a,
                                  min(revenue) filter (where (reached - revenue) * 100 < total * :b) as from_b from paying) p
                        on conflict (the_one) do update set reckoned_at = excluded.reckoned_at, reckoned_on = excluded.reckoned_on,
                            since = excluded.since, buyers = excluded.buyers, revenue = excluded.revenue, from_a = excluded.from_a,
                            from_b = excluded.from_b, recency = excluded.recency, frequency = excluded.frequency,
                            monetary = excluded.monetary, curve = excluded.curve""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", today)
                .param("since", since)
                .param("a", rules.shareA())
                .param("b", rules.shareB())
                .update();
    }

    /**
     * Whether it is time: never done, long ago, the rules have changed, or what customers bring differs by a twentieth from what it was
     * when the bounds were set.
     */
    boolean isDue(Instant before) {
        return database.sql("""
                        select coalesce((select b.reckoned_at < :before or abs(b.revenue - (select coalesce(sum(v.revenue), 0) from customer_value v)) * 20 > b.revenue
                                or (b.buyers = 0 and exists (select 1 from customer_revenue r where r.brought_on > b.since and r.brought_on <= b.reckoned_on))
                            from value_bound b), true)""")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** All are to be reckoned soon. */
    void due() {
        database.sql("update value_bound set reckoned_at = 'epoch'").update();
    }

    /** Those after an id who brought anything ever, or did when they were last reckoned, in the order of their ids. */
    List<Long> after(long id, int many) {
        return database.sql("""
                        (select customer_id from customer_value where customer_id > :id order by customer_id limit :many)
                        union
                        (select distinct customer_id from customer_revenue where customer_id > :id order by customer_id limit :many)
                        order by 1 limit :many""")
                .param("id", id)
                .param("many", many)
                .query(Long.class)
                .list();
    }

    /** Those of some who nobody else is about to reckon; they stay held until the end of the transaction. */
    List<Long> free(List<Long> customers) {
        return database.sql("""
                        with held as (select v.customer_id from customer_value v where v.customer_id = any (:ids)
                            order by v.customer_id for update skip locked)
                        select c.id from unnest(:ids) c (id)
                        where c.id in (select h.customer_id from held h) or not exists (select 1 from customer_value v where v.customer_id = c.id)""")
                .param("ids", customers.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    void reckon(List<Long> customers) {
        database.sql("select customer_value_reckon(:ids)")
                .param("ids", customers.toArray(Long[]::new))
                .query((row, n) -> n)
                .list();
    }
}
