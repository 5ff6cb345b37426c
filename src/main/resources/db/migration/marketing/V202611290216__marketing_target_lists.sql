-- Target lists: people to be addressed, under a name; thought for lists of some hundred thousand people.
CREATE SEQUENCE audience_seq INCREMENT BY 50;
CREATE TABLE audience (
    id            bigint       NOT NULL PRIMARY KEY,
    name          varchar(300) NOT NULL,
    note          varchar(2000),
    owner_id      bigint       NOT NULL REFERENCES person (id),
    team_id       bigint REFERENCES team (id),
    search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name)) STORED,
    created_at    timestamptz  NOT NULL,
    created_by    bigint REFERENCES person (id),
    updated_at    timestamptz  NOT NULL,
    version       int          NOT NULL DEFAULT 0
);
CREATE INDEX audience_by_name ON audience (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX audience_by_creation ON audience (created_at, id) INCLUDE (owner_id, team_id, updated_at);
CREATE INDEX audience_by_change ON audience (updated_at, id) INCLUDE (owner_id, team_id, created_at);
CREATE INDEX audience_owner ON audience (owner_id, id);
CREATE INDEX audience_team ON audience (team_id, id);
CREATE INDEX audience_search ON audience USING gin (search_pieces);

CREATE TABLE audience_aud (
    id       bigint   NOT NULL,
    rev      bigint   NOT NULL REFERENCES revision (id),
    revtype  smallint,
    name     varchar(300),
    note     varchar(2000),
    owner_id bigint,
    version  int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX audience_aud_rev ON audience_aud (rev, id);

-- Who is on them. A record that is deleted leaves its lists.
CREATE SEQUENCE audience_member_seq;
CREATE TABLE audience_member (
    id           bigint      NOT NULL PRIMARY KEY DEFAULT nextval('audience_member_seq'),
    audience_id  bigint      NOT NULL REFERENCES audience (id) ON DELETE CASCADE,
    -- one of the three
    customer_id  bigint REFERENCES customer (id) ON DELETE CASCADE,
    contact_id   bigint REFERENCES contact (id) ON DELETE CASCADE,
    lead_id      bigint REFERENCES lead (id) ON DELETE CASCADE,
    kind         varchar(10) NOT NULL GENERATED ALWAYS AS (
        CASE WHEN customer_id IS NOT NULL THEN 'CUSTOMER' WHEN contact_id IS NOT NULL THEN 'CONTACT' ELSE 'LEAD' END) STORED,
    source       varchar(10) NOT NULL CHECK (source IN ('LIST', 'FILTER', 'IMPORT', 'HAND')),
    -- stays known, so that nobody puts them on the list again
    opted_out_at timestamptz,
    opted_out_by bigint REFERENCES person (id),
    opted_out    boolean     NOT NULL GENERATED ALWAYS AS (opted_out_at IS NOT NULL) STORED,
    -- the action on many records that added it: only compared, when that is taken back
    run_id       bigint,
    created_at   timestamptz NOT NULL,
    created_by   bigint REFERENCES person (id),
    CONSTRAINT audience_member_one CHECK (num_nonnulls(customer_id, contact_id, lead_id) = 1)
);
CREATE UNIQUE INDEX audience_member_customer ON audience_member (customer_id, audience_id) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX audience_member_contact ON audience_member (contact_id, audience_id) WHERE contact_id IS NOT NULL;
CREATE UNIQUE INDEX audience_member_lead ON audience_member (lead_id, audience_id) WHERE lead_id IS NOT NULL;
CREATE INDEX audience_member_audience ON audience_member (audience_id, created_at, id) INCLUDE (kind, source, opted_out);
CREATE INDEX audience_member_creation ON audience_member (created_at, id) INCLUDE (audience_id, kind, source, opted_out);

-- How many are on each, and how many have opted out. Kept by statements, as campaign_count is.
CREATE TABLE audience_count (
    audience_id bigint      NOT NULL REFERENCES audience (id) ON DELETE CASCADE,
    kind        varchar(10) NOT NULL,
    opted_out   boolean     NOT NULL,
    people      bigint      NOT NULL,
    PRIMARY KEY (audience_id, kind, opted_out)
);

CREATE FUNCTION audience_count_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audience_count AS c (audience_id, kind, opted_out, people)
    SELECT audience_id, kind, opted_out, count(*) FROM new_rows GROUP BY audience_id, kind, opted_out
    ORDER BY audience_id, kind, opted_out
    ON CONFLICT (audience_id, kind, opted_out) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE FUNCTION audience_count_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- no lines for a list that goes itself
    UPDATE audience_count c SET people = c.people - o.n
    FROM (SELECT h.audience_id, h.kind, h.opted_out, r.n
          FROM (SELECT audience_id, kind, opted_out, count(*) AS n FROM old_rows GROUP BY audience_id, kind, opted_out) r
          JOIN audience_count h ON h.audience_id = r.audience_id AND h.kind = r.kind AND h.opted_out = r.opted_out
          ORDER BY h.audience_id, h.kind, h.opted_out FOR UPDATE OF h) o
    WHERE c.audience_id = o.audience_id AND c.kind = o.kind AND c.opted_out = o.opted_out;
    RETURN NULL;
END $$;
CREATE FUNCTION audience_count_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audience_count AS c (audience_id, kind, opted_out, people)
    SELECT audience_id, kind, opted_out, sum(n)
    FROM (SELECT audience_id, kind, opted_out, 1 AS n FROM new_rows
          UNION ALL SELECT audience_id, kind, opted_out, -1 FROM old_rows) moved
    GROUP BY audience_id, kind, opted_out HAVING sum(n) <> 0 ORDER BY audience_id, kind, opted_out
    ON CONFLICT (audience_id, kind, opted_out) DO UPDATE SET people = c.people + excluded.people;
    RETURN NULL;
END $$;
CREATE TRIGGER audience_count_insert AFTER INSERT ON audience_member
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audience_count_added();
CREATE TRIGGER audience_count_delete AFTER DELETE ON audience_member
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audience_count_removed();
CREATE TRIGGER audience_count_update AFTER UPDATE ON audience_member
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audience_count_changed();

-- The campaigns that whole lists were put into.
CREATE TABLE audience_use (
    campaign_id bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    audience_id bigint      NOT NULL REFERENCES audience (id) ON DELETE CASCADE,
    used_at     timestamptz NOT NULL,
    used_by     bigint REFERENCES person (id),
    PRIMARY KEY (campaign_id, audience_id)
);
CREATE INDEX audience_use_audience ON audience_use (audience_id, used_at);

-- Who was taken off, so that it can be taken back for a month.
CREATE SEQUENCE audience_removal_seq;
CREATE TABLE audience_removal (
    id           bigint      NOT NULL PRIMARY KEY DEFAULT nextval('audience_removal_seq'),
    audience_id  bigint      NOT NULL REFERENCES audience (id) ON DELETE CASCADE,
    people       bigint      NOT NULL,
    at           timestamptz NOT NULL,
    by_person_id bigint REFERENCES person (id)
);
CREATE INDEX audience_removal_audience ON audience_removal (audience_id, at, id);
CREATE INDEX audience_removal_age ON audience_removal (at);
CREATE TABLE audience_removed (
    removal_id  bigint      NOT NULL REFERENCES audience_removal (id) ON DELETE CASCADE,
    audience_id bigint      NOT NULL,
    customer_id bigint REFERENCES customer (id) ON DELETE CASCADE,
    contact_id  bigint REFERENCES contact (id) ON DELETE CASCADE,
    lead_id     bigint REFERENCES lead (id) ON DELETE CASCADE,
    source      varchar(10) NOT NULL,
    run_id      bigint,
    created_at  timestamptz NOT NULL,
    created_by  bigint
);
CREATE INDEX audience_removed_removal ON audience_removed (removal_id);
CREATE INDEX audience_removed_customer ON audience_removed (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX audience_removed_contact ON audience_removed (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX audience_removed_lead ON audience_removed (lead_id) WHERE lead_id IS NOT NULL;

-- Marketing managers make them, sales managers see them.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given
FROM role r
JOIN (VALUES ('marketing_manager', 'marketing.audience.view'), ('marketing_manager', 'marketing.audience.edit'),
             ('marketing_manager', 'marketing.audience.delete'), ('marketing_manager', 'marketing.audience.export'),
             ('marketing_manager', 'marketing.audience.transfer'), ('sales_manager', 'marketing.audience.view')) AS e (role, given)
    ON e.role = r.built_in
ON CONFLICT DO NOTHING;
INSERT INTO role_access (role_id, record_type, level)
SELECT r.id, 'audience', 'ALL' FROM role r WHERE r.built_in IN ('marketing_manager', 'sales_manager')
ON CONFLICT DO NOTHING;
