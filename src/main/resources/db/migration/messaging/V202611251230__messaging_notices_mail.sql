CREATE SEQUENCE notice_seq;

-- What a person is told. The text is the message of a key, put into words in the reader's language.
CREATE TABLE notice (
    id         bigint       NOT NULL PRIMARY KEY,
    person_id  bigint       NOT NULL REFERENCES person (id),
    message    varchar(200) NOT NULL,
    arguments  text[]       NOT NULL,
    link       varchar(500) NOT NULL,
    created_at timestamptz  NOT NULL,
    read_at    timestamptz
);
CREATE INDEX notice_person ON notice (person_id, id DESC);
CREATE INDEX notice_unread ON notice (person_id, id DESC) WHERE read_at IS NULL;
-- rows lie in the order of their time
CREATE INDEX notice_created ON notice USING brin (created_at);

-- Who has chosen: whoever has not gets e-mails.
CREATE TABLE mail_choice (
    person_id bigint  NOT NULL PRIMARY KEY REFERENCES person (id),
    mail      boolean NOT NULL
);

CREATE SEQUENCE outbox_mail_seq;

-- E-mails to be sent. SENDING is committed before the server is spoken to: a row that stays there may have been sent or not,
-- and is never sent again by itself.
CREATE TABLE outbox_mail (
    id         bigint       NOT NULL PRIMARY KEY,
    person_id  bigint       NOT NULL REFERENCES person (id),
    message    varchar(200) NOT NULL,
    arguments  text[]       NOT NULL,
    link       varchar(500) NOT NULL,
    state      varchar(20)  NOT NULL CHECK (state IN ('WAITING', 'SENDING', 'SENT', 'UNCERTAIN', 'FAILED', 'DROPPED')),
    attempts   int          NOT NULL DEFAULT 0,
    next_at    timestamptz  NOT NULL,
    changed_at timestamptz  NOT NULL,
    problem    varchar(500),
    created_at timestamptz  NOT NULL
);
CREATE INDEX outbox_mail_due ON outbox_mail (next_at, id) WHERE state = 'WAITING';
CREATE INDEX outbox_mail_sending ON outbox_mail (changed_at) WHERE state = 'SENDING';
CREATE INDEX outbox_mail_state ON outbox_mail (state, id DESC);
CREATE INDEX outbox_mail_created ON outbox_mail USING brin (created_at);
