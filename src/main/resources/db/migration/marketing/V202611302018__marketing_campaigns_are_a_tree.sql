-- Campaigns are a tree, whoever writes them: those that change its shape wait for each other, or two moves could close a circle.
CREATE FUNCTION campaign_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('campaign tree'));
    IF EXISTS (WITH RECURSIVE up AS (SELECT NEW.parent_id AS id
                                     UNION SELECT c.parent_id FROM campaign c JOIN up ON c.id = up.id)
               SELECT 1 FROM up WHERE id = NEW.id) THEN
        RAISE EXCEPTION 'campaign % would lie below itself', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- Circles that were closed before are opened: all of one are campaigns of their own again, those that wait for an approval as well.
ALTER TABLE campaign DISABLE TRIGGER campaign_guard_update;
WITH RECURSIVE up AS (
    SELECT id AS start, parent_id AS id FROM campaign WHERE parent_id IS NOT NULL
    UNION SELECT up.start, c.parent_id FROM up JOIN campaign c ON c.id = up.id WHERE c.parent_id IS NOT NULL
)
UPDATE campaign c SET parent_id = NULL FROM up WHERE up.start = c.id AND up.id = c.id;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE campaign ENABLE TRIGGER campaign_guard_update;

CREATE TRIGGER campaign_tree AFTER UPDATE OF parent_id ON campaign FOR EACH ROW
    WHEN (NEW.parent_id IS NOT NULL AND NEW.parent_id IS DISTINCT FROM OLD.parent_id) EXECUTE FUNCTION campaign_tree();
