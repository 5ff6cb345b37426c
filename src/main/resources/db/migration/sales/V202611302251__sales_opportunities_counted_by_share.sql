-- How many opportunities campaigns have brought, counted as their amounts are: by the share of each, in hundredths of a per cent. All shares of
-- an opportunity are 10,000, so that it counts once however many campaigns touched it.
ALTER TABLE attribution_month
    ADD first_share  bigint NOT NULL DEFAULT 0,
    ADD last_share   bigint NOT NULL DEFAULT 0,
    ADD even_share   bigint NOT NULL DEFAULT 0,
    ADD manual_share bigint NOT NULL DEFAULT 0;

UPDATE attribution_month m
SET first_share = t.first_share, last_share = t.last_share, even_share = t.even_share, manual_share = t.manual_share
FROM (SELECT campaign_id, outcome, date_trunc('month', counted_on)::date AS month, sum(first_share) AS first_share, sum(last_share) AS last_share,
             sum(even_share) AS even_share, sum(manual_share) AS manual_share
      FROM opportunity_touch WHERE counted_on > '-infinity' GROUP BY 1, 2, 3) t
WHERE (m.campaign_id, m.outcome, m.month) = (t.campaign_id, t.outcome, t.month);

-- as before, with the shares
CREATE OR REPLACE FUNCTION attribution_month_add() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO attribution_month AS m (campaign_id, outcome, month, opportunities, first_share, last_share, even_share, manual_share, first_amount, last_amount, even_amount, manual_amount)
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, count(*), sum(first_share), sum(last_share), sum(even_share), sum(manual_share), sum(first_amount), sum(last_amount), sum(even_amount), sum(manual_amount)
        FROM added WHERE counted_on > '-infinity' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_share = m.first_share + excluded.first_share, last_share = m.last_share + excluded.last_share,
            even_share = m.even_share + excluded.even_share, manual_share = m.manual_share + excluded.manual_share,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO attribution_month AS m (campaign_id, outcome, month, opportunities, first_share, last_share, even_share, manual_share, first_amount, last_amount, even_amount, manual_amount)
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, -count(*), -sum(first_share), -sum(last_share), -sum(even_share), -sum(manual_share), -sum(first_amount), -sum(last_amount), -sum(even_amount), -sum(manual_amount)
        FROM removed WHERE counted_on > '-infinity' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_share = m.first_share + excluded.first_share, last_share = m.last_share + excluded.last_share,
            even_share = m.even_share + excluded.even_share, manual_share = m.manual_share + excluded.manual_share,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    ELSE
        INSERT INTO attribution_month AS m (campaign_id, outcome, month, opportunities, first_share, last_share, even_share, manual_share, first_amount, last_amount, even_amount, manual_amount)
        SELECT campaign_id, outcome, date_trunc('month', counted_on)::date, sum(n), sum(n * first_share), sum(n * last_share), sum(n * even_share), sum(n * manual_share), sum(n * first_amount), sum(n * last_amount), sum(n * even_amount), sum(n * manual_amount)
        FROM (SELECT 1 AS n, a.* FROM added a UNION ALL SELECT -1, r.* FROM removed r) both_of_them
        WHERE counted_on > '-infinity' GROUP BY 1, 2, 3
        HAVING sum(n) <> 0 OR sum(n * first_share) <> 0 OR sum(n * last_share) <> 0 OR sum(n * even_share) <> 0 OR sum(n * manual_share) <> 0 OR sum(n * first_amount) <> 0 OR sum(n * last_amount) <> 0 OR sum(n * even_amount) <> 0 OR sum(n * manual_amount) <> 0
        ORDER BY 1, 2, 3
        ON CONFLICT (campaign_id, outcome, month) DO UPDATE SET opportunities = m.opportunities + excluded.opportunities,
            first_share = m.first_share + excluded.first_share, last_share = m.last_share + excluded.last_share,
            even_share = m.even_share + excluded.even_share, manual_share = m.manual_share + excluded.manual_share,
            first_amount = m.first_amount + excluded.first_amount, last_amount = m.last_amount + excluded.last_amount,
            even_amount = m.even_amount + excluded.even_amount, manual_amount = m.manual_amount + excluded.manual_amount;
    END IF;
    RETURN NULL;
END $$;
