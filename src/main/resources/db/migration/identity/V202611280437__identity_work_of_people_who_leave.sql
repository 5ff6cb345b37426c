-- The work of somebody who leaves: who takes over what, and how far it is.
CREATE SEQUENCE handover_seq INCREMENT BY 50;
CREATE TABLE handover (
    id           bigint PRIMARY KEY,
    person_id    bigint      NOT NULL REFERENCES person (id),
    by_person_id bigint      NOT NULL REFERENCES person (id),
    state        varchar(20) NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE', 'FAILED')),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX handover_person ON handover (person_id, created_at DESC, id DESC);
CREATE INDEX handover_by ON handover (by_person_id);

-- run_id: the bulk run, empty for work that goes at one stroke; that is counted here.
CREATE TABLE handover_share (
    handover_id bigint      NOT NULL REFERENCES handover (id) ON DELETE CASCADE,
    place       int         NOT NULL,
    kind        varchar(50) NOT NULL,
    receiver_id bigint      NOT NULL REFERENCES person (id),
    run_id      bigint REFERENCES bulk_run (id),
    done        boolean     NOT NULL DEFAULT false,
    count       int         NOT NULL DEFAULT 0,
    returned    int         NOT NULL DEFAULT 0,
    PRIMARY KEY (handover_id, place),
    UNIQUE (handover_id, kind, receiver_id)
);
CREATE INDEX handover_share_receiver ON handover_share (receiver_id);
CREATE INDEX handover_share_run ON handover_share (run_id) WHERE run_id IS NOT NULL;

-- What went at one stroke, to be taken back.
CREATE TABLE handover_row (
    handover_id bigint      NOT NULL REFERENCES handover (id) ON DELETE CASCADE,
    kind        varchar(50) NOT NULL,
    record_id   bigint      NOT NULL,
    receiver_id bigint      NOT NULL REFERENCES person (id),
    PRIMARY KEY (handover_id, kind, record_id)
);
CREATE INDEX handover_row_receiver ON handover_row (receiver_id);
