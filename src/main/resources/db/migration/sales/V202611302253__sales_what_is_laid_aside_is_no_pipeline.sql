-- What is laid aside, or lies in a pool, is in no forecast: what campaigns have brought of it is no pipeline either.
ALTER TABLE opportunity_touch DROP CONSTRAINT opportunity_touch_outcome_check;
ALTER TABLE opportunity_touch ADD CONSTRAINT opportunity_touch_outcome_check CHECK (outcome IN ('OPEN', 'SUSPENDED', 'WON', 'LOST'));

-- as before, but for those
CREATE OR REPLACE FUNCTION opportunity_attribution(about bigint[]) RETURNS void LANGUAGE sql AS $$
    WITH touch AS (
        SELECT t.opportunity_id, t.campaign_id, coalesce(t.said_share, 0) AS said,
               row_number() OVER (PARTITION BY t.opportunity_id ORDER BY t.first_at, t.campaign_id) AS place,
               row_number() OVER (PARTITION BY t.opportunity_id ORDER BY t.last_at DESC, t.campaign_id DESC) AS place_from_last,
               count(*) OVER (PARTITION BY t.opportunity_id) AS n,
               sum(coalesce(t.said_share, 0)) OVER (PARTITION BY t.opportunity_id) AS said_in_all
        FROM opportunity_touch t
        WHERE t.opportunity_id = ANY (about)
    ), share AS (
        SELECT s.*, CASE WHEN s.said_in_all = 10000 THEN s.said ELSE s.even END AS manual
        FROM (SELECT t.*, CASE WHEN place = 1 THEN 10000 ELSE 0 END AS first, CASE WHEN place_from_last = 1 THEN 10000 ELSE 0 END AS last,
                     (10000 / n + CASE WHEN place <= 10000 % n THEN 1 ELSE 0 END)::int AS even
              FROM touch t) s
    ), upto AS (
        SELECT s.*, sum(s.first) OVER w AS first_upto, sum(s.last) OVER w AS last_upto, sum(s.even) OVER w AS even_upto, sum(s.manual) OVER w AS manual_upto
        FROM share s WINDOW w AS (PARTITION BY s.opportunity_id ORDER BY s.place)
    ), worth AS (
        -- what was signed for it, else what it was won for or is expected to be
        SELECT o.id, o.state, o.closed_on, o.expected_close_date, o.opened_on, k.signed_on, coalesce(k.base_gain, o.base_amount) AS base_amount
        FROM opportunity o
        LEFT JOIN LATERAL (SELECT min(c.signed_on) AS signed_on, sum(c.base_gain) AS base_gain FROM contract c
                           WHERE c.opportunity_id = o.id AND c.base_gain IS NOT NULL) k ON true
        WHERE o.id = ANY (about)
    ), now AS (
        SELECT u.opportunity_id, u.campaign_id, u.first, u.last, u.even, u.manual,
               CASE WHEN o.state = 'WON' OR o.signed_on IS NOT NULL THEN 'WON' WHEN o.state IN ('LOST', 'TERMINATED') THEN 'LOST'
                    WHEN o.state IN ('SUSPENDED', 'POOLED') THEN 'SUSPENDED' ELSE 'OPEN' END AS outcome,
               CASE WHEN o.state = 'WON' THEN coalesce(o.closed_on, o.signed_on)
                    ELSE coalesce(o.signed_on, o.closed_on, o.expected_close_date, o.opened_on) END AS counted_on,
               round(o.base_amount * first_upto / 10000, 2) - round(o.base_amount * (first_upto - u.first) / 10000, 2) AS first_amount,
               round(o.base_amount * last_upto / 10000, 2) - round(o.base_amount * (last_upto - u.last) / 10000, 2) AS last_amount,
               round(o.base_amount * even_upto / 10000, 2) - round(o.base_amount * (even_upto - u.even) / 10000, 2) AS even_amount,
               round(o.base_amount * manual_upto / 10000, 2) - round(o.base_amount * (manual_upto - u.manual) / 10000, 2) AS manual_amount
        FROM upto u JOIN worth o ON o.id = u.opportunity_id
    )
    UPDATE opportunity_touch t
    SET first_share = n.first, last_share = n.last, even_share = n.even, manual_share = n.manual, outcome = n.outcome, counted_on = n.counted_on,
        first_amount = n.first_amount, last_amount = n.last_amount, even_amount = n.even_amount, manual_amount = n.manual_amount
    FROM now n
    WHERE t.opportunity_id = n.opportunity_id AND t.campaign_id = n.campaign_id
      AND (t.first_share, t.last_share, t.even_share, t.manual_share, t.outcome, t.counted_on,
           t.first_amount, t.last_amount, t.even_amount, t.manual_amount)
          IS DISTINCT FROM (n.first, n.last, n.even, n.manual, n.outcome, n.counted_on, n.first_amount, n.last_amount, n.even_amount, n.manual_amount);
$$;

-- nothing else of them changes
UPDATE opportunity_touch t SET outcome = 'SUSPENDED'
FROM opportunity o
WHERE o.id = t.opportunity_id AND o.state IN ('SUSPENDED', 'POOLED') AND t.outcome = 'OPEN';
