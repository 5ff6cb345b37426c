-- Which moves a pipeline allows: any, forward one stage at a time, or those chosen; and how one goes back.
ALTER TABLE pipeline
    ADD COLUMN move_rule varchar(10) NOT NULL DEFAULT 'ANY' CHECK (move_rule IN ('ANY', 'FORWARD', 'MATRIX')),
    ADD COLUMN rollback  varchar(12) NOT NULL DEFAULT 'ANY'
        CHECK (rollback IN ('ANY', 'ONE_STEP', 'WITH_REASON', 'NONE'));
ALTER TABLE pipeline_aud
    ADD COLUMN move_rule varchar(10),
    ADD COLUMN rollback  varchar(12);

-- Whether new opportunities may begin in a stage, where moves are chosen.
ALTER TABLE stage ADD COLUMN entry boolean NOT NULL DEFAULT true;
ALTER TABLE stage_aud ADD COLUMN entry boolean;

-- The chosen moves.
CREATE TABLE stage_transition (
    from_stage_id bigint NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
    to_stage_id   bigint NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
    PRIMARY KEY (from_stage_id, to_stage_id),
    CHECK (from_stage_id <> to_stage_id)
);
CREATE INDEX stage_transition_to ON stage_transition (to_stage_id);

-- What has to be known of an opportunity in a stage.
CREATE TABLE stage_field (
    stage_id bigint      NOT NULL REFERENCES stage (id) ON DELETE CASCADE,
    field    varchar(30) NOT NULL,
    PRIMARY KEY (stage_id, field)
);

CREATE TABLE stage_transition_aud (
    rev           bigint NOT NULL REFERENCES revision (id),
    from_stage_id bigint NOT NULL,
    to_stage_id   bigint NOT NULL,
    revtype       smallint,
    PRIMARY KEY (rev, from_stage_id, to_stage_id)
);
CREATE TABLE stage_field_aud (
    rev      bigint      NOT NULL REFERENCES revision (id),
    stage_id bigint      NOT NULL,
    field    varchar(30) NOT NULL,
    revtype  smallint,
    PRIMARY KEY (rev, stage_id, field)
);

-- Why an opportunity went back.
ALTER TABLE stage_change ADD COLUMN reason varchar(1000);
