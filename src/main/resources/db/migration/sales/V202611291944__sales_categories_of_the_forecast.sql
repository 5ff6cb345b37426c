-- How sure it is that an opportunity is signed in its month: as its stage says, unless somebody has said otherwise.
ALTER TABLE stage
    ADD COLUMN forecast_category varchar(10) NOT NULL DEFAULT 'PIPELINE'
        CONSTRAINT stage_forecast_category CHECK (forecast_category IN ('COMMIT', 'BEST_CASE', 'PIPELINE', 'OMITTED'));
ALTER TABLE stage_aud ADD COLUMN forecast_category varchar(10);
UPDATE stage SET forecast_category = CASE WHEN probability >= 75 THEN 'COMMIT' ELSE 'BEST_CASE' END
WHERE kind = 'OPEN' AND probability >= 50;

ALTER TABLE opportunity
    -- what somebody has said; null: as its stage says
    ADD COLUMN forecast_choice varchar(10)
        CONSTRAINT opportunity_forecast_choice CHECK (forecast_choice IN ('COMMIT', 'BEST_CASE', 'PIPELINE', 'OMITTED')),
    -- what counts, kept by triggers
    ADD COLUMN forecast_category varchar(10) NOT NULL DEFAULT 'PIPELINE';
ALTER TABLE opportunity_aud ADD COLUMN forecast_choice varchar(10);

-- What waits for an approval stays as it is, but its category may follow its stage.
CREATE OR REPLACE FUNCTION opportunity_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what may change all the same: whose team and territory it is, that somebody talked to the customer, what is kept about the row itself
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'last_activity_at', 'team_id', 'territory_id', 'territory_fixed',
                                  'search_pieces', 'forecast_category'];
BEGIN
    IF TG_OP <> 'INSERT' AND OLD.approval_case_id IS NOT NULL
            AND coalesce(current_setting('trivium.approval_case', true), '') <> OLD.approval_case_id::text
            AND (TG_OP = 'DELETE' OR (to_jsonb(OLD) - free) IS DISTINCT FROM (to_jsonb(NEW) - free)) THEN
        RAISE EXCEPTION 'opportunity % waits for approval %', OLD.id, OLD.approval_case_id USING ERRCODE = 'TA001';
    END IF;
    IF coalesce(current_setting('trivium.passage', true), '') = ''
            AND (TG_OP <> 'UPDATE' OR OLD.state <> NEW.state OR OLD.finish <> NEW.finish OR OLD.stage_id <> NEW.stage_id
                 OR OLD.pipeline_id <> NEW.pipeline_id OR OLD.state = 'WON' AND (OLD.amount, OLD.currency, OLD.base_amount)
                     IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.base_amount)) THEN
        RAISE EXCEPTION 'opportunity % changes without a passage', CASE TG_OP WHEN 'INSERT' THEN NEW.id ELSE OLD.id END
            USING ERRCODE = 'TA002';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION opportunity_forecast_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.forecast_category := coalesce(NEW.forecast_choice, (SELECT forecast_category FROM stage WHERE id = NEW.stage_id), 'PIPELINE');
    RETURN NEW;
END $$;
CREATE TRIGGER opportunity_forecast_insert BEFORE INSERT ON opportunity
    FOR EACH ROW EXECUTE FUNCTION opportunity_forecast_category();
CREATE TRIGGER opportunity_forecast_update BEFORE UPDATE ON opportunity
    FOR EACH ROW WHEN (NEW.stage_id <> OLD.stage_id OR NEW.forecast_choice IS DISTINCT FROM OLD.forecast_choice)
    EXECUTE FUNCTION opportunity_forecast_category();

CREATE FUNCTION stage_forecast_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE opportunity SET forecast_category = NEW.forecast_category
    WHERE stage_id = NEW.id AND forecast_choice IS NULL AND forecast_category <> NEW.forecast_category;
    RETURN NULL;
END $$;
CREATE TRIGGER stage_forecast_category AFTER UPDATE OF forecast_category ON stage
    FOR EACH ROW WHEN (NEW.forecast_category <> OLD.forecast_category) EXECUTE FUNCTION stage_forecast_category();

UPDATE opportunity o SET forecast_category = s.forecast_category
FROM stage s WHERE s.id = o.stage_id AND s.forecast_category <> 'PIPELINE';

-- What is expected in a month, by whose it is and how sure it is, without reading the rows.
CREATE INDEX opportunity_forecast ON opportunity (expected_close_date)
    INCLUDE (owner_id, team_id, territory_id, forecast_category, base_amount, probability, id) WHERE state = 'OPEN';
CREATE INDEX opportunity_list_forecast ON opportunity (forecast_category, id);

-- What somebody says will be signed in a month or quarter: the person, or who answers for the person and says why. Nothing is ever
-- changed: the latest word counts, the others stay.
CREATE SEQUENCE forecast_statement_seq INCREMENT BY 50;
CREATE TABLE forecast_statement (
    id           bigint         NOT NULL PRIMARY KEY,
    owner_id     bigint         NOT NULL REFERENCES person (id),
    team_id      bigint REFERENCES team (id),
    starts_on    date           NOT NULL CHECK (extract(day FROM starts_on) = 1),
    months       int            NOT NULL CHECK (months = 1 OR months = 3 AND extract(month FROM starts_on) IN (1, 4, 7, 10)),
    committed    numeric(19, 2) NOT NULL CHECK (committed >= 0),
    best_case    numeric(19, 2) NOT NULL,
    note         varchar(1000),
    said_by      bigint         NOT NULL REFERENCES person (id),
    said_at      timestamptz    NOT NULL,
    -- what the opportunities said at that time: won, and that with what was sure, and with what might come as well
    won          numeric(19, 2) NOT NULL,
    with_commit  numeric(19, 2) NOT NULL,
    with_best    numeric(19, 2) NOT NULL,
    CONSTRAINT forecast_statement_best CHECK (best_case >= committed),
    CONSTRAINT forecast_statement_reason CHECK (said_by = owner_id OR note IS NOT NULL)
);
CREATE INDEX forecast_statement_period ON forecast_statement (starts_on, months, owner_id, said_at DESC, id DESC);
CREATE INDEX forecast_statement_owner ON forecast_statement (owner_id);
CREATE INDEX forecast_statement_team ON forecast_statement (team_id);
CREATE INDEX forecast_statement_said_by ON forecast_statement (said_by);

CREATE FUNCTION forecast_statement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said of a forecast stays' USING ERRCODE = 'TS002';
END $$;
CREATE TRIGGER forecast_statement_stays BEFORE UPDATE OR DELETE ON forecast_statement
    FOR EACH ROW EXECUTE FUNCTION forecast_statement_stays();

-- Roles as they are: who sees the forecast and closes opportunities says the own one, who sets targets adjusts others'.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
JOIN (VALUES ('sales.opportunity.close', 'sales.forecast.submit'),
             ('sales.target.manage', 'sales.forecast.adjust')) AS e (held, given) ON e.held = g.permission
WHERE EXISTS (SELECT FROM role_permission v WHERE v.role_id = g.role_id AND v.permission = 'sales.funnel.view')
ON CONFLICT DO NOTHING;
