-- Who came to a campaign and bought afterwards: their customer (they are it themselves, work for it, or became one) was won, or signed, on
-- the day they came or later. Kept with the participant, whoever writes what it follows from, so that pages read sums.
ALTER TABLE campaign_participant ADD converted boolean NOT NULL DEFAULT false;
ALTER TABLE campaign_came ADD converted bigint NOT NULL DEFAULT 0;

-- The day is that of the company's clock.
CREATE FUNCTION participant_converted(customer bigint, contact bigint, lead bigint, came timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT w.last_won_on >= (came AT TIME ZONE coalesce((SELECT time_zone FROM company LIMIT 1), 'UTC'))::date
        FROM customer_purchase w
        WHERE w.customer_id = coalesce(participant_converted.customer,
            (SELECT c.customer_id FROM contact c WHERE c.id = participant_converted.contact),
            (SELECT l.customer_id FROM lead l WHERE l.id = participant_converted.lead))), false);
$$;

-- as before, with how many of them bought
CREATE OR REPLACE FUNCTION campaign_came_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_came AS c (campaign_id, quarter_at, people, converted)
    SELECT campaign_id, campaign_came_quarter(came_at), count(*), count(*) FILTER (WHERE converted) FROM new_rows WHERE came_at IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, quarter_at) DO UPDATE SET people = c.people + excluded.people, converted = c.converted + excluded.converted;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION campaign_came_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- no lines for a campaign that goes itself
    UPDATE campaign_came c SET people = c.people - o.n, converted = c.converted - o.bought
    FROM (SELECT h.campaign_id, h.quarter_at, r.n, r.bought
          FROM (SELECT campaign_id, campaign_came_quarter(came_at) AS quarter_at, count(*) AS n, count(*) FILTER (WHERE converted) AS bought
                FROM old_rows WHERE came_at IS NOT NULL GROUP BY 1, 2) r
          JOIN campaign_came h ON h.campaign_id = r.campaign_id AND h.quarter_at = r.quarter_at
          ORDER BY h.campaign_id, h.quarter_at FOR UPDATE OF h) o
    WHERE c.campaign_id = o.campaign_id AND c.quarter_at = o.quarter_at;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION campaign_came_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_came AS c (campaign_id, quarter_at, people, converted)
    SELECT campaign_id, campaign_came_quarter(came_at), sum(n), coalesce(sum(n) FILTER (WHERE converted), 0)
    FROM (SELECT campaign_id, came_at, converted, 1 AS n FROM new_rows UNION ALL SELECT campaign_id, came_at, converted, -1 FROM old_rows) moved
    WHERE came_at IS NOT NULL GROUP BY 1, 2 HAVING sum(n) <> 0 OR coalesce(sum(n) FILTER (WHERE converted), 0) <> 0 ORDER BY 1, 2
    ON CONFLICT (campaign_id, quarter_at) DO UPDATE SET people = c.people + excluded.people, converted = c.converted + excluded.converted;
    RETURN NULL;
END $$;

UPDATE campaign_participant p SET converted = true
WHERE p.came_at IS NOT NULL AND participant_converted(p.customer_id, p.contact_id, p.lead_id, p.came_at);

CREATE INDEX campaign_participant_converted ON campaign_participant (campaign_id, came_at, id) WHERE converted;

CREATE FUNCTION campaign_participant_conversion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- came_at is reckoned only after this
    NEW.converted := NEW.status IN ('ATTENDED', 'RESPONDED')
        AND participant_converted(NEW.customer_id, NEW.contact_id, NEW.lead_id, least(NEW.attended_at, NEW.responded_at));
    RETURN NEW;
END $$;
CREATE TRIGGER campaign_participant_conversion_added BEFORE INSERT ON campaign_participant FOR EACH ROW
    WHEN (NEW.status IN ('ATTENDED', 'RESPONDED') OR NEW.converted) EXECUTE FUNCTION campaign_participant_conversion();
CREATE TRIGGER campaign_participant_conversion_changed
    BEFORE UPDATE OF status, attended_at, responded_at, customer_id, contact_id, lead_id ON campaign_participant FOR EACH ROW
    WHEN (NEW.status IN ('ATTENDED', 'RESPONDED') OR OLD.converted) EXECUTE FUNCTION campaign_participant_conversion();

-- Reckoned anew for these people who came.
CREATE FUNCTION participant_conversions(customers bigint[], contacts bigint[], leads bigint[]) RETURNS void LANGUAGE sql AS $$
    WITH who AS (
        SELECT p.id FROM campaign_participant p WHERE p.customer_id = ANY (customers) AND p.came_at IS NOT NULL
        UNION ALL
        SELECT p.id FROM campaign_participant p
        WHERE p.contact_id = ANY (ARRAY(SELECT c.id FROM contact c WHERE c.customer_id = ANY (customers)) || contacts) AND p.came_at IS NOT NULL
        UNION ALL
        SELECT p.id FROM campaign_participant p
        WHERE p.lead_id = ANY (ARRAY(SELECT l.id FROM lead l WHERE l.customer_id = ANY (customers)) || leads) AND p.came_at IS NOT NULL
    ), other AS (
        SELECT p.id, x.now FROM who JOIN campaign_participant p ON p.id = who.id
        CROSS JOIN LATERAL (SELECT participant_converted(p.customer_id, p.contact_id, p.lead_id, p.came_at) AS now) x
        WHERE x.now <> p.converted ORDER BY p.id FOR UPDATE OF p
    )
    UPDATE campaign_participant p SET converted = o.now FROM other o WHERE p.id = o.id;
$$;

CREATE FUNCTION participant_conversions_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    others bigint[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        others := ARRAY(SELECT customer_id FROM new_rows WHERE last_won_on IS NOT NULL);
    ELSIF TG_OP = 'DELETE' THEN
        others := ARRAY(SELECT customer_id FROM old_rows WHERE last_won_on IS NOT NULL);
    ELSE
        others := ARRAY(SELECT n.customer_id FROM old_rows o JOIN new_rows n ON n.customer_id = o.customer_id
                        WHERE n.last_won_on IS DISTINCT FROM o.last_won_on);
    END IF;
    IF cardinality(others) > 0 THEN
        PERFORM participant_conversions(others, '{}', '{}');
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER customer_purchase_conversions_insert AFTER INSERT ON customer_purchase
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_conversions_follow();
CREATE TRIGGER customer_purchase_conversions_update AFTER UPDATE ON customer_purchase
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_conversions_follow();
CREATE TRIGGER customer_purchase_conversions_delete AFTER DELETE ON customer_purchase
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION participant_conversions_follow();

-- People change to another customer, and leads become one.
CREATE FUNCTION participant_conversions_of_contact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM participant_conversions('{}', ARRAY[NEW.id], '{}');
    RETURN NULL;
END $$;
CREATE TRIGGER contact_conversions AFTER UPDATE OF customer_id ON contact FOR EACH ROW
    WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION participant_conversions_of_contact();
CREATE FUNCTION participant_conversions_of_lead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM participant_conversions('{}', '{}', ARRAY[NEW.id]);
    RETURN NULL;
END $$;
CREATE TRIGGER lead_conversions AFTER UPDATE OF customer_id ON lead FOR EACH ROW
    WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION participant_conversions_of_lead();
