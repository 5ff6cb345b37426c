-- What is dated later than today is not brought yet: neither the bounds of classes nor what a customer is put in by count it before its day.
CREATE OR REPLACE FUNCTION customer_value_reckon(customers bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
    bound value_bound;
BEGIN
    SELECT * INTO bound FROM value_bound;
    IF NOT FOUND OR coalesce(cardinality(customers), 0) = 0 THEN
        RETURN;
    END IF;
    PERFORM 1 FROM customer_value v WHERE v.customer_id = ANY (customers) ORDER BY v.customer_id FOR UPDATE;
    INSERT INTO customer_value AS v (customer_id, revenue, wins, last_on, value_class, recency, frequency, monetary, segment)
    SELECT s.customer_id, s.revenue, s.wins, s.last_on, s.value_class, s.recency, s.frequency, s.monetary,
           CASE WHEN s.recency >= 4 AND s.frequency + s.monetary >= 8 THEN 'CHAMPION'
                WHEN s.recency >= 3 AND s.frequency + s.monetary >= 6 THEN 'LOYAL'
                WHEN s.recency >= 4 THEN 'PROMISING'
                WHEN s.recency = 3 THEN 'FADING'
                WHEN s.frequency + s.monetary >= 6 THEN 'AT_RISK'
                ELSE 'LOST' END
    FROM (SELECT r.customer_id, r.revenue, r.wins, r.last_on,
                 CASE WHEN r.revenue <= 0 THEN NULL WHEN r.revenue >= bound.from_a THEN 'A' WHEN r.revenue >= bound.from_b THEN 'B' ELSE 'C' END AS value_class,
                 5 - (SELECT count(*) FROM unnest(bound.recency) b WHERE bound.reckoned_on - r.last_on > b) AS recency,
                 1 + (SELECT count(*) FROM unnest(bound.frequency) b WHERE r.wins > b) AS frequency,
                 1 + (SELECT count(*) FROM unnest(bound.monetary) b WHERE r.revenue > b) AS monetary
          FROM (SELECT c.customer_id, coalesce(sum(c.base_amount) FILTER (WHERE c.brought_on > bound.since), 0) AS revenue,
                       coalesce(sum(c.deals) FILTER (WHERE c.brought_on > bound.since), 0) AS wins, max(c.brought_on) AS last_on
                FROM customer_revenue c WHERE c.customer_id = ANY (customers) AND c.brought_on <= greatest(bound.reckoned_on, current_date)
                GROUP BY c.customer_id) r
          WHERE r.last_on IS NOT NULL) s
    ORDER BY s.customer_id
    ON CONFLICT (customer_id) DO UPDATE SET revenue = excluded.revenue, wins = excluded.wins, last_on = excluded.last_on,
        value_class = excluded.value_class, recency = excluded.recency, frequency = excluded.frequency, monetary = excluded.monetary,
        segment = excluded.segment
    WHERE (v.revenue, v.wins, v.last_on, v.value_class, v.recency, v.frequency, v.monetary, v.segment)
        IS DISTINCT FROM (excluded.revenue, excluded.wins, excluded.last_on, excluded.value_class, excluded.recency, excluded.frequency,
            excluded.monetary, excluded.segment);
    DELETE FROM customer_value v WHERE v.customer_id = ANY (customers)
        AND NOT EXISTS (SELECT 1 FROM customer_revenue c WHERE c.customer_id = v.customer_id AND c.brought_on <= greatest(bound.reckoned_on, current_date));
END $function$;

UPDATE value_bound SET reckoned_at = 'epoch';
