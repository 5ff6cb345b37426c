-- Papers have numbers that are counted without gaps: a row for each kind and period, taken in the transaction that writes the paper.
CREATE TABLE number_rule (
    kind    varchar(20) NOT NULL PRIMARY KEY CHECK (kind IN ('QUOTE', 'CONTRACT')),
    -- such as Q-{yyyy}-{nnnnn}
    pattern varchar(40) NOT NULL,
    version int         NOT NULL DEFAULT 0
);
CREATE TABLE number_counter (
    kind   varchar(20) NOT NULL,
    -- what of the day stands in the number: its year, its year and month, or nothing
    period varchar(10) NOT NULL,
    last   bigint      NOT NULL,
    PRIMARY KEY (kind, period)
);

-- An offer to a customer, or a version of one: those of one quote have its number and its first version in common.
CREATE SEQUENCE quote_seq INCREMENT BY 50;
CREATE TABLE quote (
    id               bigint         NOT NULL PRIMARY KEY,
    number           varchar(40)    NOT NULL,
    revision         int            NOT NULL CHECK (revision > 0),
    root_id          bigint         NOT NULL REFERENCES quote (id),
    name             varchar(300)   NOT NULL,
    opportunity_id   bigint REFERENCES opportunity (id) ON DELETE SET NULL,
    customer_id      bigint         NOT NULL REFERENCES customer (id),
    contact_id       bigint REFERENCES contact (id),
    -- of the paper
    language         varchar(10)    NOT NULL CHECK (language IN ('en', 'zh-CN')),
    currency         varchar(3)     NOT NULL,
    -- null: the list that fits
    price_list_id    bigint REFERENCES price_list (id),
    -- whether the prices have the tax in them
    gross            boolean        NOT NULL,
    quoted_on        date           NOT NULL,
    valid_until      date           NOT NULL,
    discount_kind    varchar(10)    NOT NULL CHECK (discount_kind IN ('PERCENT', 'SUM')),
    discount_value   numeric(19, 4) NOT NULL CHECK (discount_value >= 0),
    introduction     text,
    terms            text,
    note             text,
    state            varchar(20)    NOT NULL
        CHECK (state IN ('DRAFT', 'SUBMITTED', 'RELEASED', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'REPLACED')),
    state_since      timestamptz    NOT NULL,
    -- since when it counts as released: flows that were switched on later don't ask for what was before them
    released_at      timestamptz,
    sent_at          timestamptz,
    -- what its lines come to, see QuoteSums
    full_amount      numeric(19, 4) NOT NULL DEFAULT 0,
    discount_amount  numeric(19, 4) NOT NULL DEFAULT 0,
    discount_percent numeric(5, 2)  NOT NULL DEFAULT 0,
    net              numeric(19, 4) NOT NULL DEFAULT 0,
    tax              numeric(19, 4) NOT NULL DEFAULT 0,
    total            numeric(19, 4) NOT NULL DEFAULT 0,
    -- of the lines whose cost is known; null where that is none
    margin           numeric(19, 4),
    margin_percent   numeric(7, 1),
    -- the net in the company's currency by the rate of the day it was quoted
    base_net         numeric(19, 2) NOT NULL DEFAULT 0,
    approval_case_id bigint REFERENCES approval_case (id),
    owner_id         bigint         NOT NULL REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    search_pieces    text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(number || ' ' || name)) STORED,
    created_at       timestamptz    NOT NULL,
    created_by       bigint REFERENCES person (id),
    updated_at       timestamptz    NOT NULL,
    version          int            NOT NULL DEFAULT 0,
    UNIQUE (number, revision),
    CONSTRAINT quote_valid CHECK (valid_until >= quoted_on),
    CONSTRAINT quote_discount CHECK (discount_kind = 'SUM' OR discount_value <= 100),
    CONSTRAINT quote_submitted CHECK ((state = 'SUBMITTED') <= (approval_case_id IS NOT NULL)),
    CONSTRAINT quote_released CHECK ((state IN ('RELEASED', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED')) <= (released_at IS NOT NULL))
);
-- two versions can't be worked on at once
CREATE UNIQUE INDEX quote_draft ON quote (root_id) WHERE state IN ('DRAFT', 'SUBMITTED');
CREATE INDEX quote_root ON quote (root_id, revision);
CREATE INDEX quote_number_words ON quote (number COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_by_name ON quote (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_by_state ON quote (state, created_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_by_day ON quote (quoted_on, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX quote_by_validity ON quote (valid_until, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX quote_by_net ON quote (base_net, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_by_discount ON quote (discount_percent, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_by_creation ON quote (created_at, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX quote_by_change ON quote (updated_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX quote_owner ON quote (owner_id, created_at, id);
CREATE INDEX quote_team ON quote (team_id, created_at, id);
CREATE INDEX quote_opportunity ON quote (opportunity_id, id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX quote_customer ON quote (customer_id, id);
CREATE INDEX quote_contact ON quote (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX quote_price_list ON quote (price_list_id) WHERE price_list_id IS NOT NULL;
CREATE INDEX quote_search ON quote USING gin (search_pieces);
CREATE INDEX quote_numbers ON quote USING gin (search_numbers(number || ' ' || name));
CREATE INDEX quote_name_beginning ON quote ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id);
CREATE INDEX quote_approval_case ON quote (approval_case_id) WHERE approval_case_id IS NOT NULL;
CREATE INDEX quote_running_out ON quote (valid_until) WHERE state IN ('RELEASED', 'SENT');

CREATE TABLE quote_aud (
    id               bigint NOT NULL,
    rev              bigint NOT NULL REFERENCES revision (id),
    revtype          smallint,
    name             varchar(300),
    opportunity_id   bigint,
    customer_id      bigint,
    contact_id       bigint,
    language         varchar(10),
    currency         varchar(3),
    price_list_id    bigint,
    gross            boolean,
    quoted_on        date,
    valid_until      date,
    discount_kind    varchar(10),
    discount_value   numeric(19, 4),
    introduction     text,
    terms            text,
    note             text,
    state            varchar(20),
    net              numeric(19, 4),
    total            numeric(19, 4),
    owner_id         bigint,
    version          int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX quote_aud_rev ON quote_aud (rev, id);

CREATE TABLE quote_line (
    quote_id   bigint       NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    position   int          NOT NULL,
    kind       varchar(10)  NOT NULL CHECK (kind IN ('ITEM', 'SECTION', 'TEXT')),
    product_id bigint REFERENCES product (id),
    words      varchar(500) NOT NULL,
    detail     varchar(2000),
    quantity   numeric(15, 3) CHECK (quantity >= 0),
    unit       varchar(60),
    -- what it costs without anybody's favour, and where that stands
    list_price numeric(19, 4) CHECK (list_price >= 0),
    source     varchar(200),
    price      numeric(19, 4) CHECK (price >= 0),
    discount   numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 100),
    tax        numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (tax BETWEEN 0 AND 100),
    optional   boolean        NOT NULL DEFAULT false,
    chosen     boolean        NOT NULL DEFAULT false,
    -- of one, in the currency of the quote; null when it is not known
    cost       numeric(19, 4),
    net        numeric(19, 4) NOT NULL DEFAULT 0,
    PRIMARY KEY (quote_id, position),
    CONSTRAINT quote_line_priced CHECK ((kind = 'ITEM') = (quantity IS NOT NULL AND price IS NOT NULL))
);
CREATE INDEX quote_line_product ON quote_line (product_id, quote_id) WHERE product_id IS NOT NULL;

-- What has happened to it.
CREATE SEQUENCE quote_event_seq INCREMENT BY 50;
CREATE TABLE quote_event (
    id           bigint      NOT NULL PRIMARY KEY,
    quote_id     bigint      NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    kind         varchar(20) NOT NULL,
    at           timestamptz NOT NULL,
    by_person_id bigint REFERENCES person (id),
    said         varchar(2000)
);
CREATE INDEX quote_event_quote ON quote_event (quote_id, at, id);
CREATE INDEX quote_event_person ON quote_event (by_person_id) WHERE by_person_id IS NOT NULL;

-- As with opportunities and campaigns, the database refuses what nobody has asked the approvals for, whoever writes it.
--   TA001  the row or its lines wait for a decision, and this is not what was approved
--   TA002  moves it in its life without having asked, or changes what was released
CREATE FUNCTION quote_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
    -- what says nothing to the customer, and what its life writes
    beside CONSTANT text[] := free || ARRAY['state', 'state_since', 'released_at', 'sent_at', 'approval_case_id', 'owner_id', 'name', 'note',
                                            'contact_id', 'opportunity_id', 'price_list_id'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'quote % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = ''
            AND (TG_OP = 'INSERT' AND NEW.state <> 'DRAFT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'quote % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state <> 'DRAFT' AND NEW.state <> 'DRAFT'
            AND (to_jsonb(OLD) - beside) IS DISTINCT FROM (to_jsonb(NEW) - beside) THEN
        RAISE EXCEPTION 'quote % is not a draft any more', OLD.id USING ERRCODE = 'TA002';
    END IF;
    -- a first version is the first of its own
    IF TG_OP = 'INSERT' AND NEW.root_id = 0 THEN
        NEW.root_id := NEW.id;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER quote_guard BEFORE INSERT OR UPDATE OR DELETE ON quote FOR EACH ROW EXECUTE FUNCTION quote_guard();

-- Once a statement, as quotes have hundreds of lines.
CREATE FUNCTION quote_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM touched t JOIN quote q ON q.id = t.quote_id WHERE q.state <> 'DRAFT') THEN
        RAISE EXCEPTION 'the quote of these lines is not a draft' USING ERRCODE = 'TA002';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER quote_line_guard_insert AFTER INSERT ON quote_line REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION quote_line_guard();
CREATE TRIGGER quote_line_guard_update AFTER UPDATE ON quote_line REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION quote_line_guard();
CREATE TRIGGER quote_line_guard_delete AFTER DELETE ON quote_line REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION quote_line_guard();

-- The paper as it has left, so that it is the same file each time. A quote that is a draft again has none.
CREATE TABLE quote_paper (
    quote_id bigint       NOT NULL PRIMARY KEY REFERENCES quote (id) ON DELETE CASCADE,
    name     varchar(200) NOT NULL,
    bytes    bytea        NOT NULL,
    sha256   varchar(64)  NOT NULL,
    made_at  timestamptz  NOT NULL
);
CREATE FUNCTION quote_loses_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM quote_paper WHERE quote_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER quote_loses_paper AFTER UPDATE ON quote FOR EACH ROW WHEN (NEW.state = 'DRAFT' AND OLD.state <> 'DRAFT')
    EXECUTE FUNCTION quote_loses_paper();

-- E-mails with quotes, and what the customer has agreed to.
CREATE SEQUENCE quote_letter_seq INCREMENT BY 50;
CREATE TABLE quote_letter (
    id          bigint       NOT NULL PRIMARY KEY,
    quote_id    bigint       NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    person_id   bigint REFERENCES person (id),
    address     varchar(320) NOT NULL,
    name        varchar(200),
    subject     varchar(300) NOT NULL,
    text        text         NOT NULL,
    internet_id varchar(200) NOT NULL,
    at          timestamptz  NOT NULL,
    failed_at   timestamptz
);
CREATE INDEX quote_letter_quote ON quote_letter (quote_id, id);
CREATE INDEX quote_letter_person ON quote_letter (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE quote_acceptance (
    quote_id   bigint       NOT NULL PRIMARY KEY REFERENCES quote (id) ON DELETE CASCADE,
    at         timestamptz  NOT NULL,
    -- as the customer has typed it
    name       varchar(200) NOT NULL,
    contact_id bigint REFERENCES contact (id) ON DELETE SET NULL,
    -- where the request came from
    address    varchar(100) NOT NULL,
    remark     varchar(2000),
    -- of the paper that was agreed to
    sha256     varchar(64)  NOT NULL
);
CREATE INDEX quote_acceptance_contact ON quote_acceptance (contact_id) WHERE contact_id IS NOT NULL;

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
CROSS JOIN (VALUES ('sales.quote.view'), ('sales.quote.create'), ('sales.quote.edit'), ('sales.quote.send'), ('sales.quote.delete'),
                   ('sales.quote.export')) AS e (given)
WHERE r.built_in IN ('sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.quote.transfer' FROM role r WHERE r.built_in = 'sales_manager'
ON CONFLICT DO NOTHING;
-- quotes are seen as far as opportunities are
INSERT INTO role_access (role_id, record_type, level)
SELECT a.role_id, 'quote', a.level FROM role_access a
WHERE a.record_type = 'opportunity'
  AND EXISTS (SELECT FROM role_permission g WHERE g.role_id = a.role_id AND g.permission = 'sales.quote.view')
ON CONFLICT DO NOTHING;
