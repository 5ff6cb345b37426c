-- Words that a company's marketing sorts its campaigns and their money by. What is not used any more is retired: the past names it.
CREATE SEQUENCE marketing_term_seq INCREMENT BY 50;
CREATE TABLE marketing_term (
    id         bigint       NOT NULL PRIMARY KEY,
    kind       varchar(20)  NOT NULL CHECK (kind IN ('METHOD', 'COST_CATEGORY')),
    name       varchar(100) NOT NULL,
    position   int          NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0,
    -- so that a campaign's method can't be a category of cost
    UNIQUE (id, kind)
);
CREATE UNIQUE INDEX marketing_term_name ON marketing_term (kind, lower(name));
CREATE INDEX marketing_term_order ON marketing_term (kind, position, id);

CREATE TABLE marketing_term_aud (
    id      bigint   NOT NULL,
    rev     bigint   NOT NULL REFERENCES revision (id),
    revtype smallint,
    kind    varchar(20),
    name    varchar(100),
    active  boolean,
    version int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX marketing_term_aud_rev ON marketing_term_aud (rev, id);

-- Companies that are there already start with the same words as new ones.
INSERT INTO marketing_term (id, kind, name, position, created_at, updated_at)
SELECT nextval('marketing_term_seq'), t.kind, CASE WHEN c.locale LIKE 'zh%' THEN t.chinese ELSE t.english END, t.position, now(), now()
FROM company c
CROSS JOIN (VALUES
    ('METHOD', 1, 'Social media', '社交媒体'), ('METHOD', 2, 'Search', '搜索引擎'), ('METHOD', 3, 'Content', '内容营销'),
    ('METHOD', 4, 'E-mail', '电子邮件'), ('METHOD', 5, 'Word of mouth', '口碑推荐'), ('METHOD', 6, 'Influencer', '网红合作'),
    ('METHOD', 7, 'Advertising', '广告投放'), ('METHOD', 8, 'PR', '公共关系'), ('METHOD', 9, 'Promotion', '促销'),
    ('METHOD', 10, 'Event', '活动'), ('METHOD', 11, 'Direct selling', '直销'),
    ('COST_CATEGORY', 1, 'Media', '媒体投放'), ('COST_CATEGORY', 2, 'Venue', '场地'), ('COST_CATEGORY', 3, 'Catering', '餐饮'),
    ('COST_CATEGORY', 4, 'Travel', '差旅'), ('COST_CATEGORY', 5, 'Print and material', '印刷物料'), ('COST_CATEGORY', 6, 'Gifts', '礼品'),
    ('COST_CATEGORY', 7, 'Agency', '代理费用'), ('COST_CATEGORY', 8, 'Speakers', '讲师费用'), ('COST_CATEGORY', 9, 'Other', '其他'))
    AS t (kind, position, english, chinese);

CREATE SEQUENCE campaign_seq INCREMENT BY 50;
CREATE TABLE campaign (
    id                     bigint       NOT NULL PRIMARY KEY,
    name                   varchar(300) NOT NULL,
    -- the campaign's key in the system it came from
    reference              varchar(100),
    method_id              bigint       NOT NULL,
    method_kind            varchar(20)  NOT NULL GENERATED ALWAYS AS ('METHOD') STORED,
    region                 varchar(100),
    parent_id              bigint REFERENCES campaign (id),
    start_on               date         NOT NULL,
    end_on                 date         NOT NULL,
    goal                   varchar(2000),
    note                   text,
    expected_participants  int CHECK (expected_participants >= 0),
    expected_opportunities int CHECK (expected_opportunities >= 0),
    expected_revenue       numeric(19, 2) CHECK (expected_revenue >= 0),
    -- of budget and expected revenue
    currency               varchar(3)   NOT NULL,
    -- what the lines of the budget add up to, and the same in the company's currency by the rate of the day it was saved
    budget                 numeric(19, 2) NOT NULL DEFAULT 0 CHECK (budget >= 0),
    base_budget            numeric(19, 2) NOT NULL DEFAULT 0,
    base_expected_revenue  numeric(19, 2),
    state                  varchar(20)  NOT NULL
        CHECK (state IN ('PLANNED', 'SUBMITTED', 'APPROVED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
    state_since            timestamptz  NOT NULL,
    -- since when it counts as approved, so that flows switched on later don't ask for what was before them
    approved_at            timestamptz,
    -- the case that it waits for: until that is decided, nothing about it changes
    approval_case_id       bigint REFERENCES approval_case (id),
    owner_id               bigint       NOT NULL REFERENCES person (id),
    team_id                bigint REFERENCES team (id),
    search_pieces          text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name || ' ' || coalesce(reference, ''))) STORED,
    created_at             timestamptz  NOT NULL,
    created_by             bigint REFERENCES person (id),
    updated_at             timestamptz  NOT NULL,
    version                int          NOT NULL DEFAULT 0,
    CONSTRAINT campaign_method FOREIGN KEY (method_id, method_kind) REFERENCES marketing_term (id, kind),
    CONSTRAINT campaign_ends_after_it_starts CHECK (end_on >= start_on),
    CONSTRAINT campaign_not_its_own_parent CHECK (parent_id <> id),
    CONSTRAINT campaign_approved CHECK ((state IN ('APPROVED', 'RUNNING', 'COMPLETED')) <= (approved_at IS NOT NULL)),
    CONSTRAINT campaign_submitted CHECK ((state = 'SUBMITTED') <= (approval_case_id IS NOT NULL))
);
CREATE UNIQUE INDEX campaign_reference ON campaign (reference) WHERE reference IS NOT NULL;
CREATE INDEX campaign_by_name ON campaign (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_method ON campaign (method_id, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_region ON campaign (region COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_state ON campaign (state, start_on, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_start ON campaign (start_on, id) INCLUDE (owner_id, team_id, end_on);
CREATE INDEX campaign_by_end ON campaign (end_on, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_budget ON campaign (base_budget, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_expected_revenue ON campaign (base_expected_revenue, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_by_reference ON campaign (reference COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
CREATE INDEX campaign_reference_beginning ON campaign ((lower(reference) COLLATE "C"), id) INCLUDE (reference, owner_id, team_id);
CREATE INDEX campaign_by_creation ON campaign (created_at, id) INCLUDE (owner_id, team_id, updated_at);
CREATE INDEX campaign_by_change ON campaign (updated_at, id) INCLUDE (owner_id, team_id, created_at);
CREATE INDEX campaign_owner ON campaign (owner_id, id);
CREATE INDEX campaign_team ON campaign (team_id, id);
CREATE INDEX campaign_parent ON campaign (parent_id, id);
CREATE INDEX campaign_search ON campaign USING gin (search_pieces);
CREATE INDEX campaign_approval_case ON campaign (approval_case_id) WHERE approval_case_id IS NOT NULL;

CREATE TABLE campaign_aud (
    id                     bigint   NOT NULL,
    rev                    bigint   NOT NULL REFERENCES revision (id),
    revtype                smallint,
    name                   varchar(300),
    reference              varchar(100),
    method_id              bigint,
    region                 varchar(100),
    parent_id              bigint,
    start_on               date,
    end_on                 date,
    goal                   varchar(2000),
    note                   text,
    expected_participants  int,
    expected_opportunities int,
    expected_revenue       numeric(19, 2),
    currency               varchar(3),
    budget                 numeric(19, 2),
    state                  varchar(20),
    owner_id               bigint,
    version                int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX campaign_aud_rev ON campaign_aud (rev, id);

-- What it is about. Products belong to sales.
CREATE TABLE campaign_product (
    campaign_id bigint NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    product_id  bigint NOT NULL REFERENCES product (id),
    PRIMARY KEY (campaign_id, product_id)
);
CREATE INDEX campaign_product_product ON campaign_product (product_id);

-- What the money is meant for.
CREATE TABLE campaign_budget_line (
    campaign_id   bigint         NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    position      int            NOT NULL,
    category_id   bigint         NOT NULL,
    category_kind varchar(20)    NOT NULL GENERATED ALWAYS AS ('COST_CATEGORY') STORED,
    amount        numeric(19, 2) NOT NULL CHECK (amount >= 0),
    note          varchar(300),
    PRIMARY KEY (campaign_id, position),
    CONSTRAINT campaign_budget_line_category FOREIGN KEY (category_id, category_kind) REFERENCES marketing_term (id, kind)
);
CREATE INDEX campaign_budget_line_category ON campaign_budget_line (category_id);

-- Its life: from, to, when, who, and what was said; only ever added to.
CREATE SEQUENCE campaign_state_change_seq INCREMENT BY 50;
CREATE TABLE campaign_state_change (
    id             bigint      NOT NULL PRIMARY KEY,
    campaign_id    bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    from_state     varchar(20) NOT NULL,
    to_state       varchar(20) NOT NULL,
    at             timestamptz NOT NULL,
    by_person_id   bigint REFERENCES person (id),
    -- a message key where nobody typed it
    reason         varchar(2000),
    stayed_seconds bigint      NOT NULL CHECK (stayed_seconds >= 0),
    CONSTRAINT campaign_state_change_changes CHECK (from_state <> to_state)
);
CREATE INDEX campaign_state_change_campaign ON campaign_state_change (campaign_id, at, id);
CREATE INDEX campaign_state_change_person ON campaign_state_change (by_person_id) WHERE by_person_id IS NOT NULL;

-- As with opportunities, the database refuses what nobody has asked the approvals for, whoever writes it.
--   TA001  the row, its products or its budget wait for a decision, and this is not what was approved
--   TA002  moves it in its life without having asked
CREATE FUNCTION campaign_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'campaign % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = '' AND (TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND OLD.state <> NEW.state) THEN
        RAISE EXCEPTION 'campaign % changes its state without a passage', NEW.id USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER campaign_guard_update BEFORE UPDATE ON campaign FOR EACH ROW
    WHEN (OLD.approval_case_id IS NOT NULL OR OLD.state <> NEW.state) EXECUTE FUNCTION campaign_guard();
CREATE TRIGGER campaign_guard_delete BEFORE DELETE ON campaign FOR EACH ROW EXECUTE FUNCTION campaign_guard();
CREATE TRIGGER campaign_guard_insert BEFORE INSERT ON campaign FOR EACH ROW WHEN (NEW.state <> 'PLANNED')
    EXECUTE FUNCTION campaign_guard();

CREATE FUNCTION campaign_part_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    about bigint := CASE TG_OP WHEN 'INSERT' THEN NEW.campaign_id ELSE OLD.campaign_id END;
    waiting bigint;
BEGIN
    SELECT approval_case_id INTO waiting FROM campaign WHERE id = about;
    IF waiting IS NOT NULL AND coalesce(current_setting('trivium.approval_case', true), '') <> waiting::text THEN
        RAISE EXCEPTION 'campaign % waits for approval %', about, waiting USING ERRCODE = 'TA001';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER campaign_product_guard BEFORE INSERT OR UPDATE OR DELETE ON campaign_product
    FOR EACH ROW EXECUTE FUNCTION campaign_part_guard();
CREATE TRIGGER campaign_budget_line_guard BEFORE INSERT OR UPDATE OR DELETE ON campaign_budget_line
    FOR EACH ROW EXECUTE FUNCTION campaign_part_guard();

-- Roles as they are: marketing managers run campaigns, sales managers and representatives see them. Who decides what others may do decides the words.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.given
FROM role r
JOIN (VALUES ('marketing_manager', 'marketing.campaign.view'), ('marketing_manager', 'marketing.campaign.create'),
             ('marketing_manager', 'marketing.campaign.edit'), ('marketing_manager', 'marketing.campaign.run'),
             ('marketing_manager', 'marketing.campaign.delete'), ('marketing_manager', 'marketing.campaign.export'),
             ('marketing_manager', 'marketing.campaign.transfer'), ('marketing_manager', 'marketing.term.manage'),
             ('sales_manager', 'marketing.campaign.view'), ('sales_representative', 'marketing.campaign.view')) AS e (role, given)
    ON e.role = r.built_in
ON CONFLICT DO NOTHING;
INSERT INTO role_access (role_id, record_type, level)
SELECT r.id, 'campaign', 'ALL' FROM role r WHERE r.built_in IN ('marketing_manager', 'sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
