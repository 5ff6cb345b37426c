-- Where customers write to.
CREATE SEQUENCE mailbox_seq INCREMENT BY 50;
CREATE TABLE mailbox (
    id              bigint       NOT NULL PRIMARY KEY,
    -- what customers read as the sender of replies, and their address
    name            varchar(100) NOT NULL,
    address         varchar(320) NOT NULL,
    host            varchar(255) NOT NULL,
    port            int          NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security        varchar(10)  NOT NULL CHECK (security IN ('TLS', 'STARTTLS', 'NONE')),
    user_name       varchar(320) NOT NULL,
    -- encrypted, see Secrets
    password        bytea,
    folder          varchar(200) NOT NULL,
    queue_id        bigint       NOT NULL REFERENCES ticket_queue (id),
    type_id         bigint REFERENCES ticket_type (id),
    -- also what lay there before it was entered here
    from_start      boolean      NOT NULL,
    -- whether its server brings what goes to name+anything@
    plus_addresses  boolean      NOT NULL,
    acknowledges    boolean      NOT NULL,
    acknowledgement varchar(2000),
    active          boolean      NOT NULL,
    created_at      timestamptz  NOT NULL,
    updated_at      timestamptz  NOT NULL,
    version         int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX mailbox_address ON mailbox (lower(address));
CREATE INDEX mailbox_type ON mailbox (type_id) WHERE type_id IS NOT NULL;
CREATE INDEX mailbox_queue ON mailbox (queue_id, id);
CREATE TABLE mailbox_aud (
    id              bigint NOT NULL,
    rev             bigint NOT NULL REFERENCES revision (id),
    revtype         smallint,
    name            varchar(100),
    address         varchar(320),
    host            varchar(255),
    port            int,
    security        varchar(10),
    user_name       varchar(320),
    folder          varchar(200),
    queue_id        bigint,
    type_id         bigint,
    from_start      boolean,
    plus_addresses  boolean,
    acknowledges    boolean,
    acknowledgement varchar(2000),
    active          boolean,
    version         int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX mailbox_aud_rev ON mailbox_aud (rev, id);

-- How far a mailbox has been read, and how that went.
CREATE TABLE mailbox_progress (
    mailbox_id    bigint NOT NULL PRIMARY KEY REFERENCES mailbox (id) ON DELETE CASCADE,
    uid_validity  bigint,
    last_uid      bigint NOT NULL DEFAULT 0,
    read_at       timestamptz,
    -- what went wrong the last time, null when nothing did; since when it does, and whether administrators were told
    problem       varchar(20),
    detail        varchar(500),
    failing_since timestamptz,
    told          boolean NOT NULL DEFAULT false
);

-- Every mail that has come, as it came; nothing of it is ever thrown away unread.
CREATE SEQUENCE inbound_mail_seq INCREMENT BY 50;
CREATE TABLE inbound_mail (
    id           bigint      NOT NULL PRIMARY KEY,
    mailbox_id   bigint REFERENCES mailbox (id) ON DELETE SET NULL,
    -- the same Message-ID is the same mail: that, hashed; of the whole when it has none
    key          varchar(64) NOT NULL,
    received_at  timestamptz NOT NULL,
    size_bytes   bigint      NOT NULL,
    -- to be read, in a ticket, for a person to decide, put aside by one
    state        varchar(10) NOT NULL CHECK (state IN ('NEW', 'DONE', 'TRAY', 'ASIDE')),
    -- why a person has to decide
    reason       varchar(20),
    attempts     int         NOT NULL DEFAULT 0,
    next_at      timestamptz NOT NULL,
    sender       varchar(320),
    sender_name  varchar(200),
    subject      varchar(300),
    -- what it became
    message_id   bigint REFERENCES ticket_message (id) ON DELETE CASCADE,
    -- when its sender was told by itself that it has come, and by which ticket
    acknowledged_at timestamptz,
    decided_by   bigint REFERENCES person (id),
    decided_at   timestamptz,
    CONSTRAINT inbound_mail_reason CHECK (state NOT IN ('TRAY', 'ASIDE') OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX inbound_mail_key ON inbound_mail (key);
CREATE INDEX inbound_mail_new ON inbound_mail (next_at, id) WHERE state = 'NEW';
CREATE INDEX inbound_mail_tray ON inbound_mail (state, id DESC) WHERE state IN ('TRAY', 'ASIDE');
CREATE INDEX inbound_mail_sender ON inbound_mail ((lower(sender)), received_at) WHERE sender IS NOT NULL;
CREATE INDEX inbound_mail_message ON inbound_mail (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX inbound_mail_mailbox ON inbound_mail (mailbox_id) WHERE mailbox_id IS NOT NULL;
CREATE TABLE inbound_mail_chunk (
    mail_id  bigint NOT NULL REFERENCES inbound_mail (id) ON DELETE CASCADE,
    position int    NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (mail_id, position)
);

-- What came by mail: as it was laid out (cleaned), whether a program wrote it, and the files that may not be kept.
ALTER TABLE ticket_message
    ADD COLUMN html text,
    ADD COLUMN automatic boolean NOT NULL DEFAULT false,
    ADD COLUMN left_out text[] NOT NULL DEFAULT '{}';
ALTER TABLE ticket_file ADD COLUMN content_id varchar(300);

-- Who manages queues looks after mail as well.
INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'support.mail.sort' FROM role_permission WHERE permission = 'support.queue.manage'
ON CONFLICT DO NOTHING;
