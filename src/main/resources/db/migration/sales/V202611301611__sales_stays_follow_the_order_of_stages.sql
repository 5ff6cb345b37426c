-- How stays end is counted by where they lead to, and what of that is forward is said by the order that the stages have when it is asked: an
-- administrator who puts stages into another order, or removes one, does not leave figures behind that go by the former order.
DROP TRIGGER stage_stays_insert ON stage_change;
DROP TRIGGER stage_stays_delete ON stage_change;
DROP TRIGGER stage_stays_update_old ON stage_change;
DROP TRIGGER stage_stays_update_new ON stage_change;
DROP TABLE stage_stay_total;

CREATE TABLE stage_move_total (
    from_stage_id bigint  NOT NULL,
    to_stage_id   bigint  NOT NULL,
    -- in which the stay ended (UTC)
    month         date    NOT NULL,
    moves         bigint  NOT NULL,
    seconds       numeric NOT NULL,
    PRIMARY KEY (from_stage_id, to_stage_id, month)
) WITH (fillfactor = 70);
INSERT INTO stage_move_total (from_stage_id, to_stage_id, month, moves, seconds)
SELECT c.from_stage_id, c.to_stage_id, date_trunc('month', c.at AT TIME ZONE 'UTC')::date, count(*), sum(c.stayed_seconds)
FROM stage_change c WHERE c.from_stage_id IS NOT NULL GROUP BY 1, 2, 3;

-- Conversion = forward / (forward + backward + lost); mean stay = seconds / the same sum.
CREATE VIEW stage_stay_total AS
SELECT t.from_stage_id AS stage_id, t.month,
       coalesce(sum(t.moves) FILTER (WHERE g.kind = 'WON' OR g.kind = 'OPEN' AND g.position > f.position), 0) AS forward,
       coalesce(sum(t.moves) FILTER (WHERE g.kind = 'OPEN' AND g.position <= f.position), 0) AS backward,
       coalesce(sum(t.moves) FILTER (WHERE g.kind = 'LOST'), 0) AS lost, sum(t.seconds) AS seconds
FROM stage_move_total t JOIN stage f ON f.id = t.from_stage_id JOIN stage g ON g.id = t.to_stage_id
WHERE f.kind = 'OPEN'
GROUP BY 1, 2;

CREATE OR REPLACE FUNCTION stage_stays_add() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO stage_move_total AS t (from_stage_id, to_stage_id, month, moves, seconds)
    SELECT c.from_stage_id, c.to_stage_id, date_trunc('month', c.at AT TIME ZONE 'UTC')::date, count(*), sum(c.stayed_seconds)
    FROM new_rows c WHERE c.from_stage_id IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (from_stage_id, to_stage_id, month) DO UPDATE SET moves = t.moves + excluded.moves, seconds = t.seconds + excluded.seconds;
    RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION stage_stays_subtract() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE stage_move_total t
    SET moves = t.moves - d.moves, seconds = t.seconds - d.seconds
    FROM (SELECT c.from_stage_id, c.to_stage_id, date_trunc('month', c.at AT TIME ZONE 'UTC')::date AS month, count(*) AS moves,
                 sum(c.stayed_seconds) AS seconds
          FROM old_rows c WHERE c.from_stage_id IS NOT NULL GROUP BY 1, 2, 3) d
    WHERE (t.from_stage_id, t.to_stage_id, t.month) = (d.from_stage_id, d.to_stage_id, d.month);
    DELETE FROM stage_move_total t USING old_rows c
    WHERE t.moves = 0 AND (t.from_stage_id, t.to_stage_id) = (c.from_stage_id, c.to_stage_id)
      AND t.month = date_trunc('month', c.at AT TIME ZONE 'UTC')::date;
    RETURN NULL;
END
$$;
CREATE TRIGGER stage_stays_insert AFTER INSERT ON stage_change
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_add();
CREATE TRIGGER stage_stays_delete AFTER DELETE ON stage_change
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_subtract();
CREATE TRIGGER stage_stays_update_old AFTER UPDATE ON stage_change
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_subtract();
CREATE TRIGGER stage_stays_update_new AFTER UPDATE ON stage_change
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_add();

-- Files put new stages behind won and lost ones, where nobody could move them from.
UPDATE stage s SET position = n.place
FROM (SELECT id, row_number() OVER (PARTITION BY pipeline_id ORDER BY CASE kind WHEN 'OPEN' THEN 0 ELSE 1 END, position, id) AS place
      FROM stage) n
WHERE n.id = s.id AND s.position <> n.place;
