-- Kept by triggers from stage_change: how the stays in a stage that ended in a month (UTC) ended, and how long they were.
-- Conversion = forward / (forward + backward + lost); mean stay = seconds / the same sum.
CREATE TABLE stage_stay_total (
    stage_id bigint  NOT NULL,
    month    date    NOT NULL,
    forward  bigint  NOT NULL,
    backward bigint  NOT NULL,
    lost     bigint  NOT NULL,
    seconds  numeric NOT NULL,
    PRIMARY KEY (stage_id, month)
) WITH (fillfactor = 70);

CREATE FUNCTION stage_stays_add() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO stage_stay_total AS t (stage_id, month, forward, backward, lost, seconds)
    SELECT f.id, date_trunc('month', c.at AT TIME ZONE 'UTC')::date,
           count(*) FILTER (WHERE g.kind = 'WON' OR g.kind = 'OPEN' AND g.position > f.position),
           count(*) FILTER (WHERE g.kind = 'OPEN' AND g.position <= f.position),
           count(*) FILTER (WHERE g.kind = 'LOST'), sum(c.stayed_seconds)
    FROM new_rows c JOIN stage f ON f.id = c.from_stage_id JOIN stage g ON g.id = c.to_stage_id
    WHERE f.kind = 'OPEN'
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (stage_id, month) DO UPDATE
        SET forward = t.forward + excluded.forward, backward = t.backward + excluded.backward,
            lost = t.lost + excluded.lost, seconds = t.seconds + excluded.seconds;
    RETURN NULL;
END
$$;

CREATE FUNCTION stage_stays_subtract() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    UPDATE stage_stay_total t
    SET forward = t.forward - d.forward, backward = t.backward - d.backward, lost = t.lost - d.lost,
        seconds = t.seconds - d.seconds
    FROM (SELECT f.id, date_trunc('month', c.at AT TIME ZONE 'UTC')::date AS month,
                 count(*) FILTER (WHERE g.kind = 'WON' OR g.kind = 'OPEN' AND g.position > f.position) AS forward,
                 count(*) FILTER (WHERE g.kind = 'OPEN' AND g.position <= f.position) AS backward,
                 count(*) FILTER (WHERE g.kind = 'LOST') AS lost, sum(c.stayed_seconds) AS seconds
          FROM old_rows c JOIN stage f ON f.id = c.from_stage_id JOIN stage g ON g.id = c.to_stage_id
          WHERE f.kind = 'OPEN'
          GROUP BY 1, 2) d
    WHERE t.stage_id = d.id AND t.month = d.month;
    RETURN NULL;
END
$$;

CREATE TRIGGER stage_stays_insert AFTER INSERT ON stage_change
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_add();
CREATE TRIGGER stage_stays_delete AFTER DELETE ON stage_change
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_subtract();

-- What a pipeline should sign in a month, for everybody (team_id 0) or one team.
CREATE TABLE monthly_target (
    pipeline_id bigint         NOT NULL REFERENCES pipeline (id) ON DELETE CASCADE,
    team_id     bigint         NOT NULL,
    amount      numeric(19, 2) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (pipeline_id, team_id)
);

-- Removing a stage rewrites the history of what was in it.
CREATE TRIGGER stage_stays_update_old AFTER UPDATE ON stage_change
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_subtract();
CREATE TRIGGER stage_stays_update_new AFTER UPDATE ON stage_change
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION stage_stays_add();
