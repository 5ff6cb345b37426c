-- When somebody came to a campaign or answered it, whichever was first; null for those who have done neither (yet).
ALTER TABLE campaign_participant ADD came_at timestamptz
    GENERATED ALWAYS AS (CASE WHEN status IN ('ATTENDED', 'RESPONDED') THEN least(attended_at, responded_at) END) STORED;
CREATE INDEX campaign_participant_came ON campaign_participant (came_at, id) INCLUDE (campaign_id, status, source, kind) WHERE came_at IS NOT NULL;

-- How many came within each quarter of an hour, from which the months of every time zone add up. Kept by statements, as campaign_count is.
CREATE TABLE campaign_came (
    campaign_id bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    -- its beginning
    quarter_at  timestamptz NOT NULL,
    people      bigint      NOT NULL,
    PRIMARY KEY (campaign_id, quarter_at)
);
CREATE INDEX campaign_came_quarter ON campaign_came (quarter_at, campaign_id) INCLUDE (people);

CREATE FUNCTION campaign_came_quarter(came timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
    SELECT date_bin('15 minutes', came, timestamptz '2000-01-01 00:00:00+00');
$$;

CREATE FUNCTION campaign_came_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_came AS c (campaign_id, quarter_at, people)
    SELECT campaign_id, campaign_came_quarter(came_at), count(*) FROM new_rows WHERE came_at IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (campaign_id, quarter_at) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE FUNCTION campaign_came_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- no lines for a campaign that goes itself
    UPDATE campaign_came c SET people = c.people - o.n
    FROM (SELECT h.campaign_id, h.quarter_at, r.n
          FROM (SELECT campaign_id, campaign_came_quarter(came_at) AS quarter_at, count(*) AS n FROM old_rows WHERE came_at IS NOT NULL GROUP BY 1, 2) r
          JOIN campaign_came h ON h.campaign_id = r.campaign_id AND h.quarter_at = r.quarter_at
          ORDER BY h.campaign_id, h.quarter_at FOR UPDATE OF h) o
    WHERE c.campaign_id = o.campaign_id AND c.quarter_at = o.quarter_at;
    RETURN NULL;
END $$;
CREATE FUNCTION campaign_came_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_came AS c (campaign_id, quarter_at, people)
    SELECT campaign_id, campaign_came_quarter(came_at), sum(n)
    FROM (SELECT campaign_id, came_at, 1 AS n FROM new_rows UNION ALL SELECT campaign_id, came_at, -1 FROM old_rows) moved
    WHERE came_at IS NOT NULL GROUP BY 1, 2 HAVING sum(n) <> 0 ORDER BY 1, 2
    ON CONFLICT (campaign_id, quarter_at) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE TRIGGER campaign_came_insert AFTER INSERT ON campaign_participant
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_came_added();
CREATE TRIGGER campaign_came_delete AFTER DELETE ON campaign_participant
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_came_removed();
CREATE TRIGGER campaign_came_update AFTER UPDATE ON campaign_participant
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_came_changed();

INSERT INTO campaign_came (campaign_id, quarter_at, people)
SELECT campaign_id, campaign_came_quarter(came_at), count(*) FROM campaign_participant WHERE came_at IS NOT NULL GROUP BY 1, 2;
