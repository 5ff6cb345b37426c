-- Customers of whom some conditions hold, under a name, and who they are.
CREATE SEQUENCE segment_seq INCREMENT BY 50;
CREATE TABLE segment (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    note       varchar(2000),
    -- what must hold of a customer, as org.triviumcrm.shared.condition writes it
    conditions text         NOT NULL DEFAULT '{"joining":"ALL","conditions":[],"groups":[]}',
    created_at timestamptz  NOT NULL,
    created_by bigint REFERENCES person (id),
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX segment_name ON segment (lower(name));
CREATE INDEX segment_by_name ON segment ((lower(name) COLLATE "C"), id);
CREATE INDEX segment_by_creation ON segment (created_at, id);
CREATE INDEX segment_by_change ON segment (updated_at, id);
CREATE INDEX segment_creator ON segment (created_by) WHERE created_by IS NOT NULL;

CREATE TABLE segment_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(100),
    note       varchar(2000),
    conditions text,
    version    int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX segment_aud_rev ON segment_aud (rev, id);

-- When it was last looked who belongs to one, and how many do; apart from the segment, which nobody has changed by that.
CREATE TABLE segment_state (
    segment_id   bigint      NOT NULL PRIMARY KEY REFERENCES segment (id) ON DELETE CASCADE,
    due          boolean     NOT NULL DEFAULT true,
    refreshed_at timestamptz,
    members      bigint      NOT NULL DEFAULT 0,
    -- message key of why it could not be looked
    problem      varchar(100)
);

-- Who belongs to a segment, and since when; who did, from when to when.
CREATE TABLE segment_member (
    segment_id  bigint      NOT NULL REFERENCES segment (id) ON DELETE CASCADE,
    customer_id bigint      NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    since       timestamptz NOT NULL,
    until       timestamptz,
    CONSTRAINT segment_member_time CHECK (until >= since)
);
CREATE UNIQUE INDEX segment_member_now ON segment_member (segment_id, customer_id) WHERE until IS NULL;
CREATE INDEX segment_member_customer ON segment_member (customer_id, segment_id);
CREATE INDEX segment_member_since ON segment_member (segment_id, since, customer_id);
CREATE INDEX segment_member_until ON segment_member (segment_id, until) WHERE until IS NOT NULL;
CREATE INDEX segment_member_left ON segment_member (until) WHERE until IS NOT NULL;

INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'customer.segment.view' FROM role_permission WHERE permission = 'customer.customer.view'
UNION ALL
SELECT role_id, 'customer.segment.edit' FROM role_permission WHERE permission = 'customer.value.view'
ON CONFLICT DO NOTHING;

-- The segments that a customer belongs to, as conditions of approvals compare them: ids joined by spaces, null without any.
CREATE FUNCTION customer_segments(customer bigint) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT string_agg(m.segment_id::text, ' ' ORDER BY m.segment_id) FROM segment_member m WHERE m.customer_id = customer AND m.until IS NULL
$$;
