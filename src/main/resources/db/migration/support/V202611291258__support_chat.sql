-- Talk on websites: what a website carries, and where its talks wait.
CREATE SEQUENCE chat_widget_seq INCREMENT BY 50;
CREATE TABLE chat_widget (
    id            bigint       NOT NULL PRIMARY KEY,
    name          varchar(100) NOT NULL,
    -- names it on the website; a secret goes into the marks of addresses
    token         varchar(40)  NOT NULL,
    secret        uuid         NOT NULL DEFAULT gen_random_uuid(),
    queue_id      bigint       NOT NULL REFERENCES ticket_queue (id),
    -- the websites that may carry it, one a line
    origins       varchar(2000) NOT NULL,
    colour        varchar(7)   NOT NULL,
    -- as the page says, or always the same
    language      varchar(4)   NOT NULL CHECK (language IN ('PAGE', 'EN', 'ZH')),
    title_en      varchar(100),
    title_zh      varchar(100),
    greeting_en   varchar(500),
    greeting_zh   varchar(500),
    privacy_en    varchar(1000),
    privacy_zh    varchar(1000),
    asks_name     varchar(10)  NOT NULL CHECK (asks_name IN ('NO', 'OPTIONAL', 'REQUIRED')),
    asks_email    varchar(10)  NOT NULL CHECK (asks_email IN ('NO', 'OPTIONAL', 'REQUIRED')),
    -- whether somebody may write when nobody is there
    offline       boolean      NOT NULL,
    -- whether it closes with the business hours of its queue
    keeps_hours   boolean      NOT NULL,
    wait_minutes  int          NOT NULL CHECK (wait_minutes BETWEEN 1 AND 60),
    -- talks that an agent has by assignment at once
    most_chats    int          NOT NULL CHECK (most_chats BETWEEN 1 AND 20),
    active        boolean      NOT NULL,
    created_at    timestamptz  NOT NULL,
    updated_at    timestamptz  NOT NULL,
    version       int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX chat_widget_name ON chat_widget (lower(name));
CREATE UNIQUE INDEX chat_widget_token ON chat_widget (token);
CREATE INDEX chat_widget_queue ON chat_widget (queue_id, id);
CREATE TABLE chat_widget_aud (
    id           bigint NOT NULL,
    rev          bigint NOT NULL REFERENCES revision (id),
    revtype      smallint,
    name         varchar(100),
    queue_id     bigint,
    origins      varchar(2000),
    colour       varchar(7),
    language     varchar(4),
    title_en     varchar(100),
    title_zh     varchar(100),
    greeting_en  varchar(500),
    greeting_zh  varchar(500),
    privacy_en   varchar(1000),
    privacy_zh   varchar(1000),
    asks_name    varchar(10),
    asks_email   varchar(10),
    offline      boolean,
    keeps_hours  boolean,
    wait_minutes int,
    most_chats   int,
    active       boolean,
    version      int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX chat_widget_aud_rev ON chat_widget_aud (rev, id);

-- A talk with a visitor of a website.
CREATE SEQUENCE chat_seq INCREMENT BY 50;
CREATE TABLE chat (
    id              bigint       NOT NULL PRIMARY KEY,
    widget_id       bigint       NOT NULL REFERENCES chat_widget (id),
    queue_id        bigint       NOT NULL REFERENCES ticket_queue (id),
    -- what the visitor shows to go on with it, hashed
    token           varchar(64)  NOT NULL,
    -- what it is called: by its visitor, as far as anything is known
    name            varchar(320) NOT NULL,
    state           varchar(10)  NOT NULL CHECK (state IN ('WAITING', 'ACTIVE', 'ENDED')),
    owner_id        bigint REFERENCES person (id),
    team_id         bigint REFERENCES team (id),
    visitor_name    varchar(200),
    visitor_email   varchar(320),
    customer_id     bigint REFERENCES customer (id) ON DELETE SET NULL,
    contact_id      bigint REFERENCES contact (id) ON DELETE SET NULL,
    language        varchar(2)   NOT NULL CHECK (language IN ('EN', 'ZH')),
    -- where on the website it began
    page            varchar(500),
    created_at      timestamptz  NOT NULL,
    -- since when nobody has it
    waiting_since   timestamptz,
    answered_at     timestamptz,
    spoken_at       timestamptz  NOT NULL,
    ended_at        timestamptz,
    end_reason      varchar(12) CHECK (end_reason IN ('VISITOR', 'AGENT', 'SILENT', 'UNANSWERED')),
    -- numbers of messages: the last one, the last of the visitor, the last that the agent has seen
    last_seq        int          NOT NULL DEFAULT 0,
    visitor_seq     int          NOT NULL DEFAULT 0,
    read_seq        int          NOT NULL DEFAULT 0,
    visitor_seen_at timestamptz  NOT NULL,
    rating          int CHECK (rating BETWEEN 1 AND 5),
    remark          varchar(1000),
    ticket_id       bigint REFERENCES ticket (id) ON DELETE SET NULL,
    lead_id         bigint REFERENCES lead (id) ON DELETE SET NULL,
    CONSTRAINT chat_owned CHECK (state <> 'ACTIVE' OR owner_id IS NOT NULL),
    CONSTRAINT chat_waits CHECK ((state = 'WAITING') = (waiting_since IS NOT NULL)),
    CONSTRAINT chat_over CHECK ((state = 'ENDED') = (ended_at IS NOT NULL) AND (state = 'ENDED') = (end_reason IS NOT NULL))
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX chat_token ON chat (token);
CREATE INDEX chat_waiting ON chat (queue_id, waiting_since, id) WHERE state = 'WAITING';
CREATE INDEX chat_active ON chat (owner_id, id) INCLUDE (visitor_seq, read_seq) WHERE state = 'ACTIVE';
CREATE INDEX chat_created ON chat (created_at, id);
CREATE INDEX chat_state ON chat (state, created_at, id);
CREATE INDEX chat_owner ON chat (owner_id, created_at, id);
CREATE INDEX chat_team ON chat (team_id, created_at, id);
CREATE INDEX chat_queue ON chat (queue_id, created_at, id);
CREATE INDEX chat_widget_id ON chat (widget_id, created_at, id);
CREATE INDEX chat_customer ON chat (customer_id, created_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX chat_contact ON chat (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX chat_reason ON chat (end_reason, created_at, id) WHERE end_reason IS NOT NULL;
CREATE INDEX chat_rating ON chat (rating, created_at, id);
CREATE INDEX chat_email ON chat (lower(visitor_email) text_pattern_ops) WHERE visitor_email IS NOT NULL;
CREATE INDEX chat_ticket ON chat (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX chat_lead ON chat (lead_id) WHERE lead_id IS NOT NULL;

-- Numbered within the talk without a gap, by whoever holds its row: what has a higher number was committed later.
CREATE TABLE chat_message (
    chat_id   bigint      NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    seq       int         NOT NULL,
    kind      varchar(10) NOT NULL CHECK (kind IN ('VISITOR', 'AGENT', 'NOTE', 'EVENT')),
    at        timestamptz NOT NULL,
    author_id bigint REFERENCES person (id),
    -- what was said; of an event what happened
    body      varchar(4000) NOT NULL,
    -- given by whoever sends it, so that the same one sent twice is one
    client_id varchar(40),
    PRIMARY KEY (chat_id, seq)
);
CREATE UNIQUE INDEX chat_message_client ON chat_message (chat_id, client_id) WHERE client_id IS NOT NULL;

-- Who answers talks, and whether they are there.
CREATE TABLE chat_agent (
    person_id bigint      NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    available boolean     NOT NULL,
    seen_at   timestamptz NOT NULL,
    served_at timestamptz
) WITH (fillfactor = 50);

-- How much has come from which address of the net, by the minute; the address only as a hash.
CREATE TABLE chat_hit (
    widget_id bigint      NOT NULL REFERENCES chat_widget (id) ON DELETE CASCADE,
    kind      varchar(10) NOT NULL,
    address   varchar(64) NOT NULL,
    since     timestamptz NOT NULL,
    hits      int         NOT NULL,
    PRIMARY KEY (widget_id, kind, address, since)
);
CREATE INDEX chat_hit_since ON chat_hit (since);

-- Transcripts on their way to visitors.
CREATE SEQUENCE chat_letter_seq INCREMENT BY 50;
CREATE TABLE chat_letter (
    id          bigint       NOT NULL PRIMARY KEY,
    chat_id     bigint       NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
    address     varchar(320) NOT NULL,
    internet_id varchar(200) NOT NULL,
    at          timestamptz  NOT NULL
);
CREATE UNIQUE INDEX chat_letter_once ON chat_letter (chat_id);
CREATE INDEX chat_letter_address ON chat_letter (lower(address), at);

-- Whoever answers tickets answers talks.
INSERT INTO role_permission (role_id, permission)
SELECT p.role_id, n.permission
FROM role_permission p
JOIN (VALUES ('support.ticket.reply', 'support.chat.view'), ('support.ticket.reply', 'support.chat.answer'),
             ('support.ticket.export', 'support.chat.export'), ('support.queue.manage', 'support.chat.manage')) AS n (known, permission)
    ON n.known = p.permission
ON CONFLICT DO NOTHING;
INSERT INTO role_access (role_id, record_type, level)
SELECT a.role_id, 'chat', a.level FROM role_access a
JOIN role_permission p ON p.role_id = a.role_id AND p.permission = 'support.ticket.reply'
WHERE a.record_type = 'ticket'
ON CONFLICT DO NOTHING;
