-- The lock itself could be taken away by anybody's SQL, and then everything else changed. Now it goes like all that is locked: by
-- the case that holds it (trivium.approval_case).
CREATE OR REPLACE FUNCTION opportunity_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    -- what may change all the same: whose team it is, that somebody talked to the customer, what is kept about the row itself
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'last_activity_at', 'team_id', 'search_pieces'];
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
