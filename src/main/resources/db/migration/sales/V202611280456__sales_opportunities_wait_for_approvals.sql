-- The case that an opportunity waits for: until it is decided, nothing about it changes.
ALTER TABLE opportunity ADD COLUMN approval_case_id bigint REFERENCES approval_case (id);
CREATE INDEX opportunity_approval_case ON opportunity (approval_case_id) WHERE approval_case_id IS NOT NULL;

-- The application asks the approvals before it changes an opportunity, at one place, and says so to its transaction. Here the
-- database refuses what nobody has asked for, whoever writes it.
--   TA001  the row waits for a decision, and this is not what was approved
--   TA002  moves, ends, revives or takes away an opportunity without having asked
CREATE FUNCTION opportunity_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what may change all the same: whose team it is, that somebody talked to the customer, what is kept about the row itself
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'last_activity_at', 'team_id', 'approval_case_id', 'search_pieces'];
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

-- Transfers, edits and activities of what is free never call it.
CREATE TRIGGER opportunity_guard_update BEFORE UPDATE ON opportunity FOR EACH ROW
    WHEN (OLD.approval_case_id IS NOT NULL OR OLD.state <> NEW.state OR OLD.finish <> NEW.finish
          OR OLD.stage_id <> NEW.stage_id OR OLD.pipeline_id <> NEW.pipeline_id
          OR OLD.state = 'WON' AND (OLD.amount, OLD.currency, OLD.base_amount)
              IS DISTINCT FROM (NEW.amount, NEW.currency, NEW.base_amount))
    EXECUTE FUNCTION opportunity_guard();
CREATE TRIGGER opportunity_guard_delete BEFORE DELETE ON opportunity FOR EACH ROW EXECUTE FUNCTION opportunity_guard();
CREATE TRIGGER opportunity_guard_insert BEFORE INSERT ON opportunity FOR EACH ROW
    WHEN (NEW.state <> 'OPEN') EXECUTE FUNCTION opportunity_guard();
