-- Where an opportunity stood when it was lost; null where nobody knows.
ALTER TABLE opportunity ADD COLUMN lost_stage_id bigint REFERENCES stage (id) ON DELETE SET NULL;

UPDATE opportunity o SET lost_stage_id = l.from_stage_id
FROM (SELECT DISTINCT ON (c.opportunity_id) c.opportunity_id, c.from_stage_id
      FROM stage_change c JOIN stage t ON t.id = c.to_stage_id WHERE t.kind = 'LOST' AND c.from_stage_id IS NOT NULL
      ORDER BY c.opportunity_id, c.at DESC, c.id DESC) l
WHERE l.opportunity_id = o.id AND o.state = 'LOST' AND o.approval_case_id IS NULL;

CREATE FUNCTION opportunity_lost_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.lost_stage_id := CASE WHEN NEW.state = 'LOST' THEN OLD.stage_id END;
    RETURN NEW;
END $$;
CREATE TRIGGER opportunity_lost_stage BEFORE UPDATE OF state ON opportunity FOR EACH ROW
    WHEN (OLD.state IS DISTINCT FROM NEW.state AND (NEW.state = 'LOST' OR OLD.state = 'LOST'))
    EXECUTE FUNCTION opportunity_lost_stage();

-- What comes into the database as lost already tells it with its history.
CREATE FUNCTION stage_change_lost_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE opportunity o SET lost_stage_id = c.from_stage_id
    FROM new_rows c JOIN stage t ON t.id = c.to_stage_id
    WHERE t.kind = 'LOST' AND c.from_stage_id IS NOT NULL AND o.id = c.opportunity_id AND o.state = 'LOST'
        AND o.lost_stage_id IS NULL AND o.approval_case_id IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER stage_change_lost_stage AFTER INSERT ON stage_change
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_change_lost_stage();

CREATE INDEX opportunity_list_lost_stage ON opportunity (lost_stage_id, id) INCLUDE (finish, owner_id, team_id, base_amount)
    WHERE lost_stage_id IS NOT NULL;
DROP INDEX opportunity_losses;
CREATE INDEX opportunity_losses ON opportunity (closed_on)
    INCLUDE (lost_reason_id, competitor_id, lost_stage_id, product_id, owner_id, team_id, base_amount) WHERE state = 'LOST';
-- How often one is met, and how that ends.
CREATE INDEX opportunity_rival ON opportunity (competitor_id, closed_on) INCLUDE (state, owner_id, team_id, base_amount, lost_reason_id)
    WHERE competitor_id IS NOT NULL;
