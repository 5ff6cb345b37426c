-- Many opportunities change at once (10,000 go to somebody else), and each change was paid for with work that had nothing to do.

-- A stored generated column is reckoned again at each change of a row that has BEFORE triggers, whatever changes: 70 microseconds to take a name
-- to pieces. A trigger does it when the name or the reference changes.
ALTER TABLE opportunity ALTER COLUMN search_pieces DROP EXPRESSION;

CREATE FUNCTION opportunity_search_pieces() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search_pieces := search_pieces(NEW.name || ' ' || coalesce(NEW.reference, ''));
    RETURN NEW;
END $$;

CREATE TRIGGER opportunity_search_pieces_insert BEFORE INSERT ON opportunity
    FOR EACH ROW EXECUTE FUNCTION opportunity_search_pieces();
CREATE TRIGGER opportunity_search_pieces_update BEFORE UPDATE ON opportunity
    FOR EACH ROW
    WHEN (NEW.name <> OLD.name OR NEW.reference IS DISTINCT FROM OLD.reference OR NEW.search_pieces IS DISTINCT FROM OLD.search_pieces)
    EXECUTE FUNCTION opportunity_search_pieces();

-- Shares follow their opportunity: once a statement, for those that have any, instead of once a row.
DROP TRIGGER opportunity_split_follow ON opportunity;

CREATE OR REPLACE FUNCTION opportunity_split_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    c record;
    last int;
BEGIN
    FOR c IN
        SELECT n.id, n.state, n.owner_id, n.updated_at, o.state AS former_state, o.owner_id AS former_owner,
               (SELECT max(number) FROM opportunity_split s WHERE s.opportunity_id = n.id AND s.ended_at IS NULL) AS number
        FROM new_rows n JOIN old_rows o ON o.id = n.id
        WHERE (n.owner_id <> o.owner_id OR n.state <> o.state OR n.amount IS DISTINCT FROM o.amount OR n.base_amount <> o.base_amount)
          AND (n.state = 'WON' AND o.state = 'WON'
               OR EXISTS (SELECT FROM opportunity_split s WHERE s.opportunity_id = n.id AND s.ended_at IS NULL))
        ORDER BY n.id
    LOOP
        last := c.number;
        IF last IS NULL THEN
            IF c.former_owner <> c.owner_id THEN
                INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, fixed_at)
                SELECT nextval('opportunity_split_seq'), c.id, coalesce(max(number), 0) + 1, c.former_owner, 100, c.updated_at,
                       'EARNED', c.updated_at
                FROM opportunity_split WHERE opportunity_id = c.id;
                PERFORM opportunity_split_value(c.id);
            END IF;
            CONTINUE;
        END IF;
        IF c.former_state = 'WON' AND c.state <> 'WON' THEN
            UPDATE opportunity_split SET ended_at = c.updated_at WHERE opportunity_id = c.id AND ended_at IS NULL;
            INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
            SELECT nextval('opportunity_split_seq'), c.id, last + 1, person_id, percent, c.updated_at, 'REOPENED'
            FROM opportunity_split WHERE opportunity_id = c.id AND number = last AND cause <> 'EARNED';
            last := last + 1;
        END IF;
        IF NOT (c.former_state = 'WON' AND c.state = 'WON') AND c.former_owner <> c.owner_id
            AND EXISTS (SELECT 1 FROM opportunity_split
                        WHERE opportunity_id = c.id AND ended_at IS NULL AND person_id = c.former_owner) THEN
            UPDATE opportunity_split SET ended_at = c.updated_at WHERE opportunity_id = c.id AND ended_at IS NULL;
            INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
            SELECT nextval('opportunity_split_seq'), c.id, last + 1, g.person_id, g.percent, c.updated_at, 'OWNER'
            FROM (SELECT CASE person_id WHEN c.former_owner THEN c.owner_id ELSE person_id END AS person_id,
                         sum(percent) AS percent
                  FROM opportunity_split WHERE opportunity_id = c.id AND number = last GROUP BY 1) g;
        END IF;
        IF c.state = 'WON' AND c.former_state <> 'WON' THEN
            UPDATE opportunity_split SET fixed_at = c.updated_at WHERE opportunity_id = c.id AND ended_at IS NULL;
        END IF;
        PERFORM opportunity_split_value(c.id);
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER opportunity_split_follow AFTER UPDATE ON opportunity
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION opportunity_split_follow();
