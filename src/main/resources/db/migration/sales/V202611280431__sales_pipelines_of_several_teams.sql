-- The index of the column that goes: its name is that of the table now.
DROP INDEX pipeline_team;

-- A pipeline is everybody's when no team stands here.
CREATE TABLE pipeline_team (
    pipeline_id bigint NOT NULL REFERENCES pipeline (id) ON DELETE CASCADE,
    team_id     bigint NOT NULL REFERENCES team (id),
    PRIMARY KEY (pipeline_id, team_id)
);
CREATE INDEX pipeline_team_team ON pipeline_team (team_id);

-- Where new opportunities of a team begin: in one pipeline, or nothing is said here.
CREATE TABLE pipeline_default (
    team_id     bigint NOT NULL PRIMARY KEY REFERENCES team (id),
    pipeline_id bigint NOT NULL REFERENCES pipeline (id) ON DELETE CASCADE
);

CREATE TABLE pipeline_team_aud (
    rev         bigint NOT NULL REFERENCES revision (id),
    pipeline_id bigint NOT NULL,
    team_id     bigint NOT NULL,
    revtype     smallint,
    PRIMARY KEY (rev, pipeline_id, team_id)
);

CREATE TABLE pipeline_default_aud (
    rev         bigint NOT NULL REFERENCES revision (id),
    pipeline_id bigint NOT NULL,
    team_id     bigint NOT NULL,
    revtype     smallint,
    PRIMARY KEY (rev, pipeline_id, team_id)
);

ALTER TABLE pipeline ADD COLUMN teams_below boolean NOT NULL DEFAULT true;
ALTER TABLE pipeline_aud ADD COLUMN teams_below boolean;

INSERT INTO pipeline_team (pipeline_id, team_id)
SELECT id, team_id FROM pipeline WHERE team_id IS NOT NULL;

-- What was said of the one team a pipeline could have, as steps of the set it is now.
INSERT INTO pipeline_team_aud (rev, pipeline_id, team_id, revtype)
SELECT v.rev, v.id, s.team_id, s.revtype
FROM (SELECT rev, id, team_id, lag(team_id) OVER (PARTITION BY id ORDER BY rev) AS before FROM pipeline_aud) v
CROSS JOIN LATERAL (VALUES (v.team_id, 0), (v.before, 2)) AS s (team_id, revtype)
WHERE v.team_id IS DISTINCT FROM v.before AND s.team_id IS NOT NULL;

ALTER TABLE pipeline DROP COLUMN team_id;
ALTER TABLE pipeline_aud DROP COLUMN team_id;
