-- Envers: what calls, meetings, notes and tasks were like after each change; see customer_aud.
CREATE TABLE activity_aud (
    id          bigint   NOT NULL,
    rev         bigint   NOT NULL REFERENCES revision (id),
    revtype     smallint,
    kind        varchar(20),
    about_type  varchar(50),
    about_id    bigint,
    customer_id bigint,
    contact_id  bigint,
    subject     varchar(300),
    body        text,
    at          timestamptz,
    minutes     int,
    done_at     timestamptz,
    owner_id    bigint,
    PRIMARY KEY (id, rev)
);
CREATE INDEX activity_aud_rev ON activity_aud (rev, id);

-- What somebody has finished lately, so that it can be opened again.
CREATE INDEX activity_done_tasks ON activity (owner_id, done_at DESC, id DESC)
    WHERE kind = 'TASK' AND done_at IS NOT NULL;
