-- The subject stands on the paper: what was released keeps it.
CREATE OR REPLACE FUNCTION quote_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
    -- what says nothing to the customer, and what its life writes
    beside CONSTANT text[] := free || ARRAY['state', 'state_since', 'released_at', 'sent_at', 'approval_case_id', 'owner_id', 'note',
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
CREATE OR REPLACE FUNCTION contract_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    free CONSTANT text[] := ARRAY['version', 'updated_at', 'team_id', 'search_pieces'];
    -- what says nothing to the customer, and what its life writes
    beside text[] := free || ARRAY['state', 'state_since', 'released_at', 'approval_case_id', 'owner_id', 'note', 'contact_id',
                                   'opportunity_id', 'price_list_id', 'remind_days', 'reminded_for', 'renewal_id',
                                   'winning', 'renewed_for'];
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
