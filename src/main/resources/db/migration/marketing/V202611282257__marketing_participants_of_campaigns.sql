-- Whom a campaign addresses, and how far each of them has come; thought for five million rows.
CREATE SEQUENCE campaign_participant_seq;
CREATE TABLE campaign_participant (
    id            bigint      NOT NULL PRIMARY KEY DEFAULT nextval('campaign_participant_seq'),
    -- goes with a plan that is deleted: what has begun is not
    campaign_id   bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    -- one of the three
    customer_id   bigint REFERENCES customer (id),
    contact_id    bigint REFERENCES contact (id),
    lead_id       bigint REFERENCES lead (id),
    kind          varchar(10) NOT NULL GENERATED ALWAYS AS (
        CASE WHEN customer_id IS NOT NULL THEN 'CUSTOMER' WHEN contact_id IS NOT NULL THEN 'CONTACT' ELSE 'LEAD' END) STORED,
    status        varchar(20) NOT NULL DEFAULT 'CHOSEN'
        CHECK (status IN ('CHOSEN', 'INVITED', 'REGISTERED', 'NO_SHOW', 'ATTENDED', 'RESPONDED')),
    -- when it came to each status; those it has passed keep their time
    invited_at    timestamptz,
    registered_at timestamptz,
    no_show_at    timestamptz,
    attended_at   timestamptz,
    responded_at  timestamptz,
    source        varchar(10) NOT NULL CHECK (source IN ('LIST', 'FILTER', 'IMPORT', 'HAND', 'CHECK_IN')),
    -- the action on many records that added it: only compared, when that is taken back
    run_id        bigint,
    created_at    timestamptz NOT NULL,
    created_by    bigint REFERENCES person (id),
    updated_at    timestamptz NOT NULL,
    CONSTRAINT campaign_participant_one CHECK (num_nonnulls(customer_id, contact_id, lead_id) = 1),
    CONSTRAINT campaign_participant_time CHECK (CASE status
        WHEN 'INVITED' THEN invited_at IS NOT NULL
        WHEN 'REGISTERED' THEN registered_at IS NOT NULL
        WHEN 'NO_SHOW' THEN no_show_at IS NOT NULL
        WHEN 'ATTENDED' THEN attended_at IS NOT NULL
        WHEN 'RESPONDED' THEN responded_at IS NOT NULL
        ELSE true END)
);
CREATE UNIQUE INDEX campaign_participant_customer ON campaign_participant (customer_id, campaign_id) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX campaign_participant_contact ON campaign_participant (contact_id, campaign_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX campaign_participant_lead ON campaign_participant (lead_id, campaign_id) WHERE lead_id IS NOT NULL;
CREATE INDEX campaign_participant_campaign ON campaign_participant (campaign_id, created_at, id) INCLUDE (status, source, kind);
CREATE INDEX campaign_participant_creation ON campaign_participant (created_at, id) INCLUDE (campaign_id, status, source, kind);

-- How many people of a campaign are in each status. Kept by statements, so that a hundred thousand rows cost one line.
CREATE TABLE campaign_count (
    campaign_id bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    status      varchar(20) NOT NULL,
    people      bigint      NOT NULL,
    PRIMARY KEY (campaign_id, status)
);

CREATE FUNCTION campaign_count_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_count AS c (campaign_id, status, people)
    SELECT campaign_id, status, count(*) FROM new_rows GROUP BY campaign_id, status ORDER BY campaign_id, status
    ON CONFLICT (campaign_id, status) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE FUNCTION campaign_count_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- no lines for a campaign that goes itself
    UPDATE campaign_count c SET people = c.people - o.n
    FROM (SELECT h.campaign_id, h.status, r.n
          FROM (SELECT campaign_id, status, count(*) AS n FROM old_rows GROUP BY campaign_id, status) r
          JOIN campaign_count h ON h.campaign_id = r.campaign_id AND h.status = r.status
          ORDER BY h.campaign_id, h.status FOR UPDATE OF h) o
    WHERE c.campaign_id = o.campaign_id AND c.status = o.status;
    RETURN NULL;
END $$;
CREATE FUNCTION campaign_count_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO campaign_count AS c (campaign_id, status, people)
    SELECT campaign_id, status, sum(n)
    FROM (SELECT campaign_id, status, 1 AS n FROM new_rows UNION ALL SELECT campaign_id, status, -1 FROM old_rows) moved
    GROUP BY campaign_id, status HAVING sum(n) <> 0 ORDER BY campaign_id, status
    ON CONFLICT (campaign_id, status) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE TRIGGER campaign_count_insert AFTER INSERT ON campaign_participant
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_count_added();
CREATE TRIGGER campaign_count_delete AFTER DELETE ON campaign_participant
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_count_removed();
CREATE TRIGGER campaign_count_update AFTER UPDATE ON campaign_participant
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION campaign_count_changed();

-- Marketing managers choose people; whoever stands at the door, also of sales, checks them in.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given
FROM role r
JOIN (VALUES ('marketing_manager', 'marketing.participant.edit'), ('marketing_manager', 'marketing.participant.export')) AS e (role, given)
    ON e.role = r.built_in
ON CONFLICT DO NOTHING;
