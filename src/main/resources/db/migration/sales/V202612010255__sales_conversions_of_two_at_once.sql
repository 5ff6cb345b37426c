-- Who came and bought, also where their lead became a contact who belongs to a customer only later, and where who came and what they bought
-- are entered at the same time.

-- Whose purchases count for somebody: what they are, work for, or became, be it by way of a contact.
CREATE FUNCTION participant_customer(customer bigint, contact bigint, lead bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(participant_customer.customer,
        (SELECT c.customer_id FROM contact c WHERE c.id = participant_customer.contact),
        (SELECT coalesce(l.customer_id, c.customer_id) FROM lead l LEFT JOIN contact c ON c.id = l.contact_id
         WHERE l.id = participant_customer.lead));
$$;

CREATE OR REPLACE FUNCTION participant_converted(customer bigint, contact bigint, lead bigint, came timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT w.last_won_on >= (came AT TIME ZONE coalesce((SELECT time_zone FROM company LIMIT 1), 'UTC'))::date
        FROM customer_purchase w
        WHERE w.customer_id = participant_customer(participant_converted.customer, participant_converted.contact, participant_converted.lead)), false);
$$;

-- Two transactions that do not see each other: whoever comes second notes whom to look at again when both are over. Nobody waits for the
-- other, so that nobody can wait for each other either.
CREATE TABLE conversion_doubt (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint,
    contact_id  bigint,
    lead_id     bigint
);

-- One of 256, so that entering a hundred thousand people takes few locks; others of the same number are looked at once more than needed.
CREATE FUNCTION conversion_key(kind text, id bigint) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT hashtext(kind || id) & 255;
$$;

CREATE OR REPLACE FUNCTION campaign_participant_conversion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    beyond bigint;
    buyer bigint;
    sure boolean := true;
BEGIN
    IF NEW.status IN ('ATTENDED', 'RESPONDED') THEN
        -- the own one before its customer is read
        IF NEW.lead_id IS NOT NULL THEN
            sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('lead', NEW.lead_id));
            beyond := (SELECT l.contact_id FROM lead l WHERE l.id = NEW.lead_id);
        ELSE
            beyond := NEW.contact_id;
        END IF;
        IF beyond IS NOT NULL THEN
            sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('contact', beyond)) AND sure;
        END IF;
        buyer := participant_customer(NEW.customer_id, NEW.contact_id, NEW.lead_id);
        IF buyer IS NOT NULL THEN
            sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('customer', buyer)) AND sure;
        END IF;
        IF NOT sure THEN
            INSERT INTO conversion_doubt (customer_id, contact_id, lead_id) VALUES (NEW.customer_id, NEW.contact_id, NEW.lead_id);
        END IF;
    END IF;
    -- came_at is reckoned only after this
    NEW.converted := NEW.status IN ('ATTENDED', 'RESPONDED')
        AND participant_converted(NEW.customer_id, NEW.contact_id, NEW.lead_id, least(NEW.attended_at, NEW.responded_at));
    RETURN NEW;
END $$;

-- As before, without waiting for people or counts that somebody else is changing: these are noted.
DROP FUNCTION participant_conversions(bigint[], bigint[], bigint[]);
CREATE FUNCTION participant_conversions(customers bigint[], contacts bigint[], leads bigint[], waiting boolean DEFAULT false)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    people bigint[];
    others bigint[];
    locked bigint[];
BEGIN
    people := ARRAY(SELECT c.id FROM contact c WHERE c.customer_id = ANY (customers)) || contacts;
    others := ARRAY(
        SELECT w.id FROM (
            SELECT p.* FROM campaign_participant p WHERE p.customer_id = ANY (customers) AND p.came_at IS NOT NULL
            UNION ALL
            SELECT p.* FROM campaign_participant p WHERE p.contact_id = ANY (people) AND p.came_at IS NOT NULL
            UNION ALL
            SELECT p.* FROM campaign_participant p
            WHERE p.lead_id = ANY (
                ARRAY(SELECT l.id FROM lead l WHERE l.customer_id = ANY (customers) UNION SELECT l.id FROM lead l WHERE l.contact_id = ANY (people)) || leads)
              AND p.came_at IS NOT NULL) w
        WHERE participant_converted(w.customer_id, w.contact_id, w.lead_id, w.came_at) <> w.converted);
    IF cardinality(others) = 0 THEN
        RETURN;
    END IF;
    IF waiting THEN
        locked := ARRAY(SELECT p.id FROM campaign_participant p WHERE p.id = ANY (others) ORDER BY p.id FOR UPDATE);
    ELSE
        locked := ARRAY(
            SELECT p.id FROM campaign_participant p
            JOIN campaign_came h ON h.campaign_id = p.campaign_id AND h.quarter_at = campaign_came_quarter(p.came_at)
            WHERE p.id = ANY (others) ORDER BY p.id FOR UPDATE OF p, h SKIP LOCKED);
        INSERT INTO conversion_doubt (customer_id, contact_id, lead_id)
        SELECT p.customer_id, p.contact_id, p.lead_id FROM campaign_participant p WHERE p.id = ANY (others) AND p.id <> ALL (locked);
    END IF;
    UPDATE campaign_participant p SET converted = NOT p.converted
    WHERE p.id = ANY (locked) AND p.came_at IS NOT NULL
      AND participant_converted(p.customer_id, p.contact_id, p.lead_id, p.came_at) <> p.converted;
END $$;

CREATE OR REPLACE FUNCTION participant_conversions_follow() RETURNS trigger LANGUAGE plpgsql AS $$
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
        INSERT INTO conversion_doubt (customer_id)
        SELECT id FROM unnest(others) c (id) WHERE NOT pg_try_advisory_xact_lock(1129270867, conversion_key('customer', id));
        PERFORM participant_conversions(others, '{}', '{}');
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION participant_conversions_of_contact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sure boolean := pg_try_advisory_xact_lock(1129270867, conversion_key('contact', NEW.id));
BEGIN
    IF NEW.customer_id IS NOT NULL THEN
        sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('customer', NEW.customer_id)) AND sure;
    END IF;
    IF NOT sure THEN
        INSERT INTO conversion_doubt (contact_id) VALUES (NEW.id);
    END IF;
    PERFORM participant_conversions('{}', ARRAY[NEW.id], '{}');
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION participant_conversions_of_lead() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    sure boolean := pg_try_advisory_xact_lock(1129270867, conversion_key('lead', NEW.id));
    buyer bigint;
BEGIN
    IF NEW.contact_id IS NOT NULL THEN
        sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('contact', NEW.contact_id)) AND sure;
    END IF;
    buyer := participant_customer(NULL, NULL, NEW.id);
    IF buyer IS NOT NULL THEN
        sure := pg_try_advisory_xact_lock_shared(1129270867, conversion_key('customer', buyer)) AND sure;
    END IF;
    IF NOT sure THEN
        INSERT INTO conversion_doubt (lead_id) VALUES (NEW.id);
    END IF;
    PERFORM participant_conversions('{}', '{}', ARRAY[NEW.id]);
    RETURN NULL;
END $$;
DROP TRIGGER lead_conversions ON lead;
CREATE TRIGGER lead_conversions AFTER UPDATE OF customer_id, contact_id ON lead FOR EACH ROW
    WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id OR OLD.contact_id IS DISTINCT FROM NEW.contact_id)
    EXECUTE FUNCTION participant_conversions_of_lead();

-- Looks again at those in doubt: waits until whoever was writing of them is done, and only then reads.
CREATE FUNCTION conversion_doubts_settle(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    doubts bigint[];
BEGIN
    doubts := ARRAY(SELECT d.id FROM conversion_doubt d ORDER BY d.id LIMIT most FOR UPDATE SKIP LOCKED);
    PERFORM pg_advisory_xact_lock(1129270867, k.key)
    FROM (SELECT DISTINCT key FROM conversion_doubt d
          LEFT JOIN lead l ON l.id = d.lead_id
          CROSS JOIN LATERAL (VALUES
              (conversion_key('lead', d.lead_id)),
              (conversion_key('contact', coalesce(d.contact_id, l.contact_id))),
              (conversion_key('customer', participant_customer(d.customer_id, d.contact_id, d.lead_id)))) x (key)
          WHERE d.id = ANY (doubts) AND key IS NOT NULL ORDER BY key) k;
    PERFORM participant_conversions(
        ARRAY(SELECT DISTINCT customer_id FROM conversion_doubt WHERE id = ANY (doubts) AND customer_id IS NOT NULL),
        ARRAY(SELECT DISTINCT contact_id FROM conversion_doubt WHERE id = ANY (doubts) AND contact_id IS NOT NULL),
        ARRAY(SELECT DISTINCT lead_id FROM conversion_doubt WHERE id = ANY (doubts) AND lead_id IS NOT NULL), true);
    DELETE FROM conversion_doubt WHERE id = ANY (doubts);
    RETURN cardinality(doubts);
END $$;

-- Leads were missed whose contact got its customer later.
UPDATE campaign_participant p SET converted = NOT converted
WHERE p.came_at IS NOT NULL AND p.lead_id IS NOT NULL AND participant_converted(p.customer_id, p.contact_id, p.lead_id, p.came_at) <> p.converted;
