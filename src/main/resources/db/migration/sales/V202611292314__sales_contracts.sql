-- What customers and the company have agreed on, or an amendment of it: those of one contract have its number and its first paper in common.
CREATE SEQUENCE contract_seq INCREMENT BY 50;
CREATE TABLE contract (
    id               bigint         NOT NULL PRIMARY KEY,
    number           varchar(40)    NOT NULL,
    -- 1 for the contract itself, from 2 on amendments of it, each saying all that holds then
    revision         int            NOT NULL CHECK (revision > 0),
    root_id          bigint         NOT NULL REFERENCES contract (id),
    name             varchar(300)   NOT NULL,
    -- where its lines come from
    quote_id         bigint REFERENCES quote (id),
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
    -- of the paper: prices and rates count by it
    dated_on         date           NOT NULL,
    starts_on        date           NOT NULL,
    -- its last day; null: without end
    ends_on          date,
    notice_days      int CHECK (notice_days BETWEEN 0 AND 3660),
    -- what happens when its end comes near
    renewal          varchar(20)    NOT NULL CHECK (renewal IN ('NONE', 'OPPORTUNITY', 'AUTOMATIC')),
    renewal_months   int CHECK (renewal_months BETWEEN 1 AND 120),
    -- so many days before its end, or before the last day of notice, its owner is reminded
    remind_days      int            NOT NULL CHECK (remind_days BETWEEN 0 AND 3660),
    -- from when on an amendment holds
    effective_on     date,
    discount_kind    varchar(10)    NOT NULL CHECK (discount_kind IN ('PERCENT', 'SUM')),
    discount_value   numeric(19, 4) NOT NULL CHECK (discount_value >= 0),
    introduction     text,
    terms            text,
    note             text,
    -- who signs: one of the company's people, and somebody of the customer's
    signatory_id     bigint REFERENCES person (id),
    their_signatory  varchar(200),
    their_role       varchar(200),
    state            varchar(20)    NOT NULL
        CHECK (state IN ('DRAFT', 'SUBMITTED', 'RELEASED', 'SIGNED', 'ENDED', 'TERMINATED', 'REPLACED')),
    state_since      timestamptz    NOT NULL,
    -- since when it counts as released: flows that were switched on later don't ask for what was before them
    released_at      timestamptz,
    signed_on        date,
    -- when and why it was terminated
    terminated_on    date,
    end_reason       varchar(2000),
    -- what its lines come to, see PaperSums
    full_amount      numeric(19, 4) NOT NULL DEFAULT 0,
    discount_amount  numeric(19, 4) NOT NULL DEFAULT 0,
    discount_percent numeric(5, 2)  NOT NULL DEFAULT 0,
    net              numeric(19, 4) NOT NULL DEFAULT 0,
    tax              numeric(19, 4) NOT NULL DEFAULT 0,
    total            numeric(19, 4) NOT NULL DEFAULT 0,
    -- of the lines whose cost is known; null where that is none
    margin           numeric(19, 4),
    margin_percent   numeric(7, 1),
    -- the net in the company's currency by the rate of its day
    base_net         numeric(19, 2) NOT NULL DEFAULT 0,
    -- what its signature has brought in the company's currency: of an amendment the difference to what held before; null before it is signed
    base_gain        numeric(19, 2),
    -- what becomes of its opportunity once it is signed: to be won, won, an approval was asked for, or left to people
    winning          varchar(10) CHECK (winning IN ('PENDING', 'WON', 'ASKED', 'LEFT')),
    -- the end for which its owner was reminded, and the opportunity that was made for it
    reminded_for     date,
    renewal_id       bigint REFERENCES opportunity (id) ON DELETE SET NULL,
    approval_case_id bigint REFERENCES approval_case (id),
    owner_id         bigint         NOT NULL REFERENCES person (id),
    team_id          bigint REFERENCES team (id),
    search_pieces    text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(number || ' ' || name)) STORED,
    created_at       timestamptz    NOT NULL,
    created_by       bigint REFERENCES person (id),
    updated_at       timestamptz    NOT NULL,
    version          int            NOT NULL DEFAULT 0,
    UNIQUE (number, revision),
    CONSTRAINT contract_days CHECK (ends_on >= starts_on),
    CONSTRAINT contract_renews CHECK (renewal <> 'AUTOMATIC' OR (ends_on IS NOT NULL AND renewal_months IS NOT NULL)),
    CONSTRAINT contract_amends CHECK ((revision = 1) = (effective_on IS NULL)),
    CONSTRAINT contract_discount CHECK (discount_kind = 'SUM' OR discount_value <= 100),
    CONSTRAINT contract_submitted CHECK ((state = 'SUBMITTED') <= (approval_case_id IS NOT NULL)),
    CONSTRAINT contract_released CHECK ((state NOT IN ('DRAFT', 'SUBMITTED')) <= (released_at IS NOT NULL)),
    CONSTRAINT contract_signed CHECK ((state IN ('SIGNED', 'ENDED', 'TERMINATED', 'REPLACED')) = (signed_on IS NOT NULL AND base_gain IS NOT NULL)),
    CONSTRAINT contract_terminated CHECK ((state = 'TERMINATED') = (end_reason IS NOT NULL AND terminated_on IS NOT NULL))
);
-- two amendments can't be worked on at once, and a quote becomes one contract
CREATE UNIQUE INDEX contract_draft ON contract (root_id) WHERE state IN ('DRAFT', 'SUBMITTED', 'RELEASED');
CREATE UNIQUE INDEX contract_quote ON contract (quote_id) WHERE quote_id IS NOT NULL AND revision = 1;
CREATE INDEX contract_of_quote ON contract (quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX contract_root ON contract (root_id, revision);
CREATE INDEX contract_number_words ON contract (number COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_name ON contract (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_state ON contract (state, created_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_day ON contract (dated_on, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX contract_by_start ON contract (starts_on, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX contract_by_end ON contract (ends_on, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX contract_by_signature ON contract (signed_on, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX contract_by_net ON contract (base_net, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_creation ON contract (created_at, id) INCLUDE (owner_id, team_id, state);
CREATE INDEX contract_by_change ON contract (updated_at, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_owner ON contract (owner_id, created_at, id);
CREATE INDEX contract_team ON contract (team_id, created_at, id);
CREATE INDEX contract_opportunity ON contract (opportunity_id, id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX contract_customer ON contract (customer_id, id);
CREATE INDEX contract_contact ON contract (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX contract_price_list ON contract (price_list_id) WHERE price_list_id IS NOT NULL;
CREATE INDEX contract_signatory ON contract (signatory_id) WHERE signatory_id IS NOT NULL;
CREATE INDEX contract_renewal_made ON contract (renewal_id) WHERE renewal_id IS NOT NULL;
CREATE INDEX contract_search ON contract USING gin (search_pieces);
CREATE INDEX contract_numbers ON contract USING gin (search_numbers(number || ' ' || name));
CREATE INDEX contract_name_beginning ON contract ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id);
CREATE INDEX contract_approval_case ON contract (approval_case_id) WHERE approval_case_id IS NOT NULL;
-- what the jobs look at
CREATE INDEX contract_running_out ON contract (ends_on) INCLUDE (remind_days, notice_days, reminded_for) WHERE state = 'SIGNED' AND ends_on IS NOT NULL;
CREATE INDEX contract_winning ON contract (id) WHERE winning = 'PENDING';
CREATE INDEX contract_taking_effect ON contract (effective_on) WHERE state = 'SIGNED' AND revision > 1;

CREATE TABLE contract_aud (
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
    dated_on         date,
    starts_on        date,
    ends_on          date,
    notice_days      int,
    renewal          varchar(20),
    renewal_months   int,
    remind_days      int,
    effective_on     date,
    discount_kind    varchar(10),
    discount_value   numeric(19, 4),
    introduction     text,
    terms            text,
    note             text,
    signatory_id     bigint,
    their_signatory  varchar(200),
    their_role       varchar(200),
    state            varchar(20),
    signed_on        date,
    net              numeric(19, 4),
    total            numeric(19, 4),
    owner_id         bigint,
    version          int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX contract_aud_rev ON contract_aud (rev, id);

CREATE TABLE contract_line (
    contract_id bigint       NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    position    int          NOT NULL,
    kind        varchar(10)  NOT NULL CHECK (kind IN ('ITEM', 'SECTION', 'TEXT')),
    product_id  bigint REFERENCES product (id),
    words       varchar(500) NOT NULL,
    detail      varchar(2000),
    quantity    numeric(15, 3) CHECK (quantity >= 0),
    unit        varchar(60),
    list_price  numeric(19, 4) CHECK (list_price >= 0),
    source      varchar(200),
    price       numeric(19, 4) CHECK (price >= 0),
    discount    numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 100),
    tax         numeric(5, 2)  NOT NULL DEFAULT 0 CHECK (tax BETWEEN 0 AND 100),
    -- contracts have no options: what is in them is agreed
    optional    boolean        NOT NULL DEFAULT false CHECK (NOT optional),
    chosen      boolean        NOT NULL DEFAULT false,
    cost        numeric(19, 4),
    net         numeric(19, 4) NOT NULL DEFAULT 0,
    PRIMARY KEY (contract_id, position),
    CONSTRAINT contract_line_priced CHECK ((kind = 'ITEM') = (quantity IS NOT NULL AND price IS NOT NULL))
);
CREATE INDEX contract_line_product ON contract_line (product_id, contract_id) WHERE product_id IS NOT NULL;

-- What has happened to it.
CREATE SEQUENCE contract_event_seq INCREMENT BY 50;
CREATE TABLE contract_event (
    id           bigint      NOT NULL PRIMARY KEY,
    contract_id  bigint      NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    kind         varchar(20) NOT NULL,
    at           timestamptz NOT NULL,
    by_person_id bigint REFERENCES person (id),
    said         varchar(2000)
);
CREATE INDEX contract_event_contract ON contract_event (contract_id, at, id);
CREATE INDEX contract_event_person ON contract_event (by_person_id) WHERE by_person_id IS NOT NULL;

-- As with quotes, the database refuses what nobody has asked the approvals for, whoever writes it.
--   TA001  the row or its lines wait for a decision, and this is not what was approved
--   TA002  moves it in its life without having asked, or changes what was released
CREATE FUNCTION contract_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
    -- what says nothing to the customer, and what its life writes
    beside text[] := free || ARRAY['state', 'state_since', 'released_at', 'approval_case_id', 'owner_id', 'name', 'note', 'contact_id',
                                   'opportunity_id', 'price_list_id', 'remind_days', 'reminded_for', 'renewal_id',
                                   'winning'];
    passage CONSTANT text := coalesce(current_setting('trivium.passage', true), '');
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'contract % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF passage = '' AND (TG_OP = 'INSERT' AND NEW.state <> 'DRAFT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'contract % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        -- signing says by whom and when, terminating why, and what renews itself moves its end; each once
        IF OLD.state = 'RELEASED' AND NEW.state = 'SIGNED' THEN
            beside := beside || ARRAY['signed_on', 'base_gain', 'signatory_id', 'their_signatory', 'their_role'];
        ELSIF OLD.state = 'SIGNED' AND NEW.state = 'TERMINATED' THEN
            beside := beside || ARRAY['end_reason', 'terminated_on'];
        ELSIF OLD.state = 'SIGNED' AND NEW.state = 'SIGNED' AND passage = 'EXTEND' THEN
            beside := beside || ARRAY['ends_on'];
        END IF;
        IF OLD.state <> 'DRAFT' AND NEW.state <> 'DRAFT' AND (to_jsonb(OLD) - beside) IS DISTINCT FROM (to_jsonb(NEW) - beside) THEN
            RAISE EXCEPTION 'contract % is not a draft any more', OLD.id USING ERRCODE = 'TA002';
        END IF;
        IF OLD.signed_on IS NOT NULL AND NEW.state NOT IN ('SIGNED', 'ENDED', 'TERMINATED', 'REPLACED') THEN
            RAISE EXCEPTION 'contract % is signed', OLD.id USING ERRCODE = 'TA002';
        END IF;
    END IF;
    IF TG_OP = 'DELETE' AND OLD.signed_on IS NOT NULL AND passage = '' THEN
        RAISE EXCEPTION 'contract % is signed', OLD.id USING ERRCODE = 'TA002';
    END IF;
    -- a first paper is the first of its own
    IF TG_OP = 'INSERT' AND NEW.root_id = 0 THEN
        NEW.root_id := NEW.id;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER contract_guard BEFORE INSERT OR UPDATE OR DELETE ON contract FOR EACH ROW EXECUTE FUNCTION contract_guard();

CREATE FUNCTION contract_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM touched t JOIN contract k ON k.id = t.contract_id WHERE k.state <> 'DRAFT') THEN
        RAISE EXCEPTION 'the contract of these lines is not a draft' USING ERRCODE = 'TA002';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER contract_line_guard_insert AFTER INSERT ON contract_line REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION contract_line_guard();
CREATE TRIGGER contract_line_guard_update AFTER UPDATE ON contract_line REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION contract_line_guard();
CREATE TRIGGER contract_line_guard_delete AFTER DELETE ON contract_line REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION contract_line_guard();

-- The paper as it has left, so that it is the same file each time. A contract that is a draft again has none.
CREATE TABLE contract_paper (
    contract_id bigint       NOT NULL PRIMARY KEY REFERENCES contract (id) ON DELETE CASCADE,
    name        varchar(200) NOT NULL,
    bytes       bytea        NOT NULL,
    sha256      varchar(64)  NOT NULL,
    made_at     timestamptz  NOT NULL
);
CREATE FUNCTION contract_loses_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM contract_paper WHERE contract_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER contract_loses_paper AFTER UPDATE ON contract FOR EACH ROW WHEN (NEW.state = 'DRAFT' AND OLD.state <> 'DRAFT')
    EXECUTE FUNCTION contract_loses_paper();

-- E-mails with contracts.
CREATE SEQUENCE contract_letter_seq INCREMENT BY 50;
CREATE TABLE contract_letter (
    id          bigint       NOT NULL PRIMARY KEY,
    contract_id bigint       NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    person_id   bigint REFERENCES person (id),
    address     varchar(320) NOT NULL,
    name        varchar(200),
    subject     varchar(300) NOT NULL,
    text        text         NOT NULL,
    internet_id varchar(200) NOT NULL,
    at          timestamptz  NOT NULL,
    failed_at   timestamptz
);
CREATE INDEX contract_letter_contract ON contract_letter (contract_id, id);
CREATE INDEX contract_letter_person ON contract_letter (person_id) WHERE person_id IS NOT NULL;

-- Files that belong to it, such as the signed paper, in pieces.
CREATE SEQUENCE contract_file_seq INCREMENT BY 50;
CREATE TABLE contract_file (
    id           bigint       NOT NULL PRIMARY KEY,
    contract_id  bigint       NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    person_id    bigint       NOT NULL REFERENCES person (id),
    at           timestamptz  NOT NULL,
    name         varchar(255) NOT NULL,
    content_type varchar(200) NOT NULL,
    size_bytes   bigint       NOT NULL,
    sha256       varchar(64)  NOT NULL
);
CREATE INDEX contract_file_contract ON contract_file (contract_id, id);
CREATE INDEX contract_file_person ON contract_file (person_id);
CREATE TABLE contract_file_chunk (
    file_id  bigint NOT NULL REFERENCES contract_file (id) ON DELETE CASCADE,
    position int    NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (file_id, position)
);

-- What signing and renewals do by themselves; one row, none before somebody says something.
CREATE TABLE contract_setting (
    only_one   boolean     NOT NULL DEFAULT true PRIMARY KEY CHECK (only_one),
    -- whether the opportunity of a contract that is signed is won
    wins       boolean     NOT NULL,
    -- whether a contract whose end comes near makes an opportunity to renew it
    renews     boolean     NOT NULL,
    updated_at timestamptz NOT NULL
);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
CROSS JOIN (VALUES ('sales.contract.view'), ('sales.contract.create'), ('sales.contract.edit'), ('sales.contract.send'), ('sales.contract.sign'),
                   ('sales.contract.delete'), ('sales.contract.export')) AS e (given)
WHERE r.built_in IN ('sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given FROM role r
CROSS JOIN (VALUES ('sales.contract.terminate'), ('sales.contract.transfer')) AS e (given) WHERE r.built_in = 'sales_manager'
ON CONFLICT DO NOTHING;
-- contracts are seen as far as opportunities are
INSERT INTO role_access (role_id, record_type, level)
SELECT a.role_id, 'contract', a.level FROM role_access a
WHERE a.record_type = 'opportunity'
  AND EXISTS (SELECT FROM role_permission g WHERE g.role_id = a.role_id AND g.permission = 'sales.contract.view')
ON CONFLICT DO NOTHING;
