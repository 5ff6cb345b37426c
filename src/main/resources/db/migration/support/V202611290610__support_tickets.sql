-- Where tickets wait for somebody to answer them. Whoever is a member sees what is in it.
CREATE SEQUENCE ticket_queue_seq INCREMENT BY 50;
CREATE TABLE ticket_queue (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    position   int          NOT NULL,
    -- how a ticket that comes in gets its agent
    assignment varchar(20)  NOT NULL CHECK (assignment IN ('BY_HAND', 'IN_TURN', 'LEAST_LOADED')),
    -- of open tickets that an agent has by assignment, in all queues; no limit when null
    most_open  int CHECK (most_open > 0),
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX ticket_queue_name ON ticket_queue (lower(name));

CREATE TABLE ticket_queue_aud (
    id         bigint NOT NULL,
    rev        bigint NOT NULL REFERENCES revision (id),
    revtype    smallint,
    name       varchar(100),
    position   int,
    assignment varchar(20),
    most_open  int,
    active     boolean,
    version    int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX ticket_queue_aud_rev ON ticket_queue_aud (rev, id);

CREATE TABLE ticket_queue_member (
    queue_id  bigint NOT NULL REFERENCES ticket_queue (id) ON DELETE CASCADE,
    person_id bigint NOT NULL REFERENCES person (id),
    PRIMARY KEY (queue_id, person_id)
);
CREATE INDEX ticket_queue_member_person ON ticket_queue_member (person_id, queue_id);
CREATE TABLE ticket_queue_member_aud (
    queue_id  bigint   NOT NULL,
    person_id bigint   NOT NULL,
    rev       bigint   NOT NULL REFERENCES revision (id),
    revtype   smallint NOT NULL,
    PRIMARY KEY (queue_id, person_id, rev)
);
CREATE INDEX ticket_queue_member_aud_rev ON ticket_queue_member_aud (rev, queue_id);

-- Whose turn it was, by queue.
CREATE TABLE ticket_queue_turn (
    queue_id  bigint      NOT NULL REFERENCES ticket_queue (id) ON DELETE CASCADE,
    person_id bigint      NOT NULL REFERENCES person (id),
    served_at timestamptz NOT NULL,
    PRIMARY KEY (queue_id, person_id)
);

-- What tickets are about; each kind asks for something of its own.
CREATE SEQUENCE ticket_type_seq INCREMENT BY 50;
CREATE TABLE ticket_type (
    id         bigint       NOT NULL PRIMARY KEY,
    name       varchar(100) NOT NULL,
    position   int          NOT NULL,
    active     boolean      NOT NULL DEFAULT true,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX ticket_type_name ON ticket_type (lower(name));

CREATE TABLE ticket_type_aud (
    id       bigint NOT NULL,
    rev      bigint NOT NULL REFERENCES revision (id),
    revtype  smallint,
    name     varchar(100),
    position int,
    active   boolean,
    version  int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX ticket_type_aud_rev ON ticket_type_aud (rev, id);

-- One that is not asked for any more is retired, so that what was answered keeps its name.
CREATE SEQUENCE ticket_type_field_seq INCREMENT BY 50;
CREATE TABLE ticket_type_field (
    id       bigint       NOT NULL PRIMARY KEY,
    type_id  bigint       NOT NULL REFERENCES ticket_type (id) ON DELETE CASCADE,
    position int          NOT NULL,
    name     varchar(100) NOT NULL,
    kind     varchar(20)  NOT NULL CHECK (kind IN ('TEXT', 'LONG_TEXT', 'NUMBER', 'DATE', 'CHOICE', 'YES_NO')),
    -- a line each, of a CHOICE
    choices  varchar(4000),
    required boolean      NOT NULL DEFAULT false,
    active   boolean      NOT NULL DEFAULT true,
    version  int          NOT NULL DEFAULT 0,
    CONSTRAINT ticket_type_field_choices CHECK ((kind = 'CHOICE') = (choices IS NOT NULL))
);
CREATE INDEX ticket_type_field_type ON ticket_type_field (type_id, position, id);

CREATE TABLE ticket_type_field_aud (
    id       bigint NOT NULL,
    rev      bigint NOT NULL REFERENCES revision (id),
    revtype  smallint,
    type_id  bigint,
    position int,
    name     varchar(100),
    kind     varchar(20),
    choices  varchar(4000),
    required boolean,
    active   boolean,
    version  int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX ticket_type_field_aud_rev ON ticket_type_field_aud (rev, id);

CREATE SEQUENCE ticket_seq INCREMENT BY 50;
CREATE SEQUENCE ticket_number;
CREATE TABLE ticket (
    id                bigint       NOT NULL PRIMARY KEY,
    -- what people call it: #1234
    number            bigint       NOT NULL DEFAULT nextval('ticket_number'),
    -- its subject
    name              varchar(300) NOT NULL,
    status            varchar(20)  NOT NULL CHECK (status IN ('NEW', 'OPEN', 'PENDING', 'ON_HOLD', 'SOLVED', 'CLOSED')),
    priority          varchar(10)  NOT NULL CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    -- the same as lists sort by it
    urgency           smallint     NOT NULL
        GENERATED ALWAYS AS (CASE priority WHEN 'URGENT' THEN 4 WHEN 'HIGH' THEN 3 WHEN 'NORMAL' THEN 2 ELSE 1 END) STORED,
    channel           varchar(20)  NOT NULL CHECK (channel IN ('EMAIL', 'PHONE', 'WEB', 'CHAT', 'PORTAL', 'SOCIAL')),
    type_id           bigint REFERENCES ticket_type (id),
    -- to the fields of its type: field -> what was answered
    answers           jsonb,
    queue_id          bigint       NOT NULL REFERENCES ticket_queue (id),
    owner_id          bigint REFERENCES person (id),
    team_id           bigint REFERENCES team (id),
    customer_id       bigint REFERENCES customer (id) ON DELETE SET NULL,
    contact_id        bigint REFERENCES contact (id) ON DELETE SET NULL,
    requester_name    varchar(200),
    requester_email   varchar(320),
    product_id        bigint REFERENCES product (id),
    opportunity_id    bigint REFERENCES opportunity (id) ON DELETE SET NULL,
    -- the ticket's key in the system it came from
    reference         varchar(100),
    status_since      timestamptz  NOT NULL,
    -- when a person answered for the first time, and the last one; when the customer last wrote
    first_reply_at    timestamptz,
    last_reply_at     timestamptz,
    last_inbound_at   timestamptz,
    -- since when the customer waits for a word; null when it is the customer's turn
    waiting_since     timestamptz,
    solved_at         timestamptz,
    reopenings        int          NOT NULL DEFAULT 0,
    -- where it is read along since it was merged
    merged_into_id    bigint REFERENCES ticket (id),
    -- the one that it was split from, or that was closed when the customer wrote again
    follows_id        bigint REFERENCES ticket (id),
    created_at        timestamptz  NOT NULL,
    created_by        bigint REFERENCES person (id),
    updated_at        timestamptz  NOT NULL,
    version           int          NOT NULL DEFAULT 0,
    search_pieces     text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(
            name || ' ' || number::text || ' ' || coalesce(requester_name, '') || ' ' || coalesce(requester_email, '') || ' '
                || coalesce(reference, ''))) STORED,
    CONSTRAINT ticket_merged CHECK (merged_into_id IS NULL OR status = 'CLOSED'),
    CONSTRAINT ticket_not_merged_into_itself CHECK (merged_into_id <> id),
    CONSTRAINT ticket_does_not_follow_itself CHECK (follows_id <> id),
    CONSTRAINT ticket_begun CHECK ((status IN ('SOLVED', 'CLOSED')) = (solved_at IS NOT NULL))
);
CREATE UNIQUE INDEX ticket_by_number ON ticket (number);
CREATE UNIQUE INDEX ticket_reference ON ticket (reference) WHERE reference IS NOT NULL;
CREATE INDEX ticket_search ON ticket USING gin (search_pieces);

-- One for each order and filter of the list; owner, team and queue lie inside for those who see a part of the whole.
CREATE INDEX ticket_numbers ON ticket (number, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_name ON ticket (name COLLATE trivium_words, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_name_beginning ON ticket ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id, queue_id);
CREATE INDEX ticket_requester_beginning ON ticket ((lower(requester_name) COLLATE "C")) INCLUDE (requester_name, owner_id, team_id, queue_id);
CREATE INDEX ticket_email_beginning ON ticket ((lower(requester_email) COLLATE "C"), id) INCLUDE (requester_email, owner_id, team_id, queue_id);
CREATE INDEX ticket_reference_beginning ON ticket ((lower(reference) COLLATE "C")) INCLUDE (reference, owner_id, team_id, queue_id);
CREATE INDEX ticket_by_status ON ticket (status, created_at, id) INCLUDE (owner_id, team_id, queue_id, updated_at);
CREATE INDEX ticket_waiting_by_status ON ticket (status, waiting_since, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_waiting ON ticket (waiting_since, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_priority ON ticket (priority, created_at, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_urgency ON ticket (urgency, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_channel ON ticket (channel, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_type ON ticket (type_id, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_queue ON ticket (queue_id, created_at, id) INCLUDE (owner_id, team_id, status, updated_at);
CREATE INDEX ticket_by_owner ON ticket (owner_id, created_at, id) INCLUDE (team_id, queue_id, status, updated_at);
CREATE INDEX ticket_by_team ON ticket (team_id, created_at, id) INCLUDE (owner_id, queue_id, status, updated_at);
CREATE INDEX ticket_by_customer ON ticket (customer_id, created_at, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_contact ON ticket (contact_id, created_at, id) INCLUDE (owner_id, team_id, queue_id, status);
CREATE INDEX ticket_by_product ON ticket (product_id, created_at, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_opportunity ON ticket (opportunity_id, id) WHERE opportunity_id IS NOT NULL;
CREATE INDEX ticket_by_solution ON ticket (solved_at, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_first_reply ON ticket (first_reply_at, id) INCLUDE (owner_id, team_id, queue_id);
CREATE INDEX ticket_by_creation ON ticket (created_at, id) INCLUDE (owner_id, team_id, queue_id, status, updated_at);
CREATE INDEX ticket_by_change ON ticket (updated_at, id) INCLUDE (owner_id, team_id, queue_id, status, created_at);
CREATE INDEX ticket_merged ON ticket (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX ticket_follows ON ticket (follows_id) WHERE follows_id IS NOT NULL;
-- what is open is a small part of all: counts by queue and agent, the board, and what an agent has
CREATE INDEX ticket_open ON ticket (queue_id, owner_id, status) INCLUDE (team_id) WHERE status IN ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');
CREATE INDEX ticket_open_by_owner ON ticket (owner_id) WHERE status IN ('NEW', 'OPEN', 'PENDING', 'ON_HOLD');

CREATE TABLE ticket_aud (
    id              bigint NOT NULL,
    rev             bigint NOT NULL REFERENCES revision (id),
    revtype         smallint,
    name            varchar(300),
    status          varchar(20),
    priority        varchar(10),
    channel         varchar(20),
    type_id         bigint,
    queue_id        bigint,
    owner_id        bigint,
    customer_id     bigint,
    contact_id      bigint,
    requester_name  varchar(200),
    requester_email varchar(320),
    product_id      bigint,
    opportunity_id  bigint,
    reference       varchar(100),
    merged_into_id  bigint,
    version         int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX ticket_aud_rev ON ticket_aud (rev, id);

-- What holds for all tickets.
CREATE TABLE ticket_rule (
    the_one      boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    -- after this many days without a word what is solved is closed
    closed_after int     NOT NULL DEFAULT 7 CHECK (closed_after BETWEEN 1 AND 365),
    -- how long a reply can be taken back before it leaves
    undo_seconds int     NOT NULL DEFAULT 10 CHECK (undo_seconds BETWEEN 0 AND 120)
);
INSERT INTO ticket_rule DEFAULT VALUES;
CREATE INDEX ticket_solved ON ticket (updated_at) WHERE status = 'SOLVED';

-- What was written in a ticket.
CREATE SEQUENCE ticket_message_seq INCREMENT BY 50;
CREATE TABLE ticket_message (
    id           bigint      NOT NULL PRIMARY KEY,
    ticket_id    bigint      NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    -- by the customer, to the customer, among ourselves
    kind         varchar(10) NOT NULL CHECK (kind IN ('INBOUND', 'REPLY', 'NOTE')),
    at           timestamptz NOT NULL,
    -- a person of the company, unless the customer wrote it
    author_id    bigint REFERENCES person (id),
    author_name  varchar(200),
    author_email varchar(320),
    body         text        NOT NULL,
    -- when a reply leaves: its author may take it back until then
    due_at       timestamptz,
    -- what the ticket was before a reply, for its author to take it back
    before       jsonb,
    -- the people whom a note calls
    mentions     bigint[]    NOT NULL DEFAULT '{}',
    CONSTRAINT ticket_message_reply CHECK ((kind = 'REPLY') = (due_at IS NOT NULL)),
    CONSTRAINT ticket_message_author CHECK (kind <> 'NOTE' OR author_id IS NOT NULL)
);
CREATE INDEX ticket_message_ticket ON ticket_message (ticket_id, id);

-- Files that came or go with a message, in pieces of a megabyte.
CREATE SEQUENCE ticket_file_seq INCREMENT BY 50;
CREATE TABLE ticket_file (
    id           bigint       NOT NULL PRIMARY KEY,
    message_id   bigint       NOT NULL REFERENCES ticket_message (id) ON DELETE CASCADE,
    name         varchar(255) NOT NULL,
    content_type varchar(100) NOT NULL,
    size_bytes   bigint       NOT NULL,
    sha256       varchar(64)  NOT NULL
);
CREATE INDEX ticket_file_message ON ticket_file (message_id, id);
CREATE TABLE ticket_file_chunk (
    file_id  bigint NOT NULL REFERENCES ticket_file (id) ON DELETE CASCADE,
    position int    NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (file_id, position)
);

-- What happened to a ticket, and when: what promises are measured by.
CREATE SEQUENCE ticket_event_seq INCREMENT BY 50;
CREATE TABLE ticket_event (
    id         bigint      NOT NULL PRIMARY KEY,
    ticket_id  bigint      NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL,
    kind       varchar(20) NOT NULL
        CHECK (kind IN ('OPENED', 'INBOUND', 'REPLIED', 'STATUS', 'OWNER', 'QUEUE', 'PRIORITY', 'TYPE', 'MERGED', 'SPLIT')),
    -- who did it; nobody when the customer or a rule did
    by_id      bigint REFERENCES person (id),
    -- as kept in the ticket: constants, ids
    was        varchar(40),
    becomes    varchar(40),
    -- the message that made it so: when that is taken back, this never was
    message_id bigint REFERENCES ticket_message (id) ON DELETE CASCADE
);
CREATE INDEX ticket_event_ticket ON ticket_event (ticket_id, at, id);
CREATE INDEX ticket_event_message ON ticket_event (message_id) WHERE message_id IS NOT NULL;

-- Companies that are there already start with the same queue and types as new ones.
INSERT INTO ticket_queue (id, name, position, assignment, created_at, updated_at)
SELECT nextval('ticket_queue_seq'), CASE WHEN c.locale LIKE 'zh%' THEN '客户服务' ELSE 'Customer service' END, 1, 'BY_HAND', now(), now()
FROM company c;
INSERT INTO ticket_type (id, name, position, created_at, updated_at)
SELECT nextval('ticket_type_seq'), CASE WHEN c.locale LIKE 'zh%' THEN t.chinese ELSE t.english END, t.position, now(), now()
FROM company c
CROSS JOIN (VALUES (1, 'Question', '咨询'), (2, 'Problem', '故障'), (3, 'Request', '需求'), (4, 'Complaint', '投诉')) AS t (position, english, chinese);

-- Roles that come along, as a new company has them. Whoever made other roles decides on them.
INSERT INTO role (id, name, built_in, created_at, updated_at)
SELECT nextval('role_seq'), 'service_manager', 'service_manager', now(), now()
WHERE EXISTS (SELECT 1 FROM role WHERE built_in = 'service_agent') AND NOT EXISTS (SELECT 1 FROM role WHERE lower(name) = 'service_manager');
INSERT INTO role_permission (role_id, permission)
SELECT r.id, e.noun || '.' || verb
FROM role r
JOIN (VALUES ('service_manager', 'customer.customer', '{view,create,edit,export}'), ('service_manager', 'customer.contact', '{view,create,edit,export}'),
             ('service_manager', 'customer.activity', '{log}'), ('service_manager', 'exchange.import', '{run}'),
             ('service_manager', 'shared.view', '{share}'), ('service_manager', 'sales.product', '{view}'),
             ('service_manager', 'support.ticket', '{view,create,edit,reply,delete,export,transfer}'), ('service_manager', 'support.queue', '{manage}'),
             ('service_agent', 'support.ticket', '{view,create,edit,reply,export}'),
             ('sales_manager', 'support.ticket', '{view,create}'), ('sales_representative', 'support.ticket', '{view,create}')) AS e (built_in, noun, verbs)
    ON e.built_in = r.built_in
CROSS JOIN unnest(e.verbs::text[]) AS verb
ON CONFLICT DO NOTHING;
INSERT INTO role_access (role_id, record_type, level)
SELECT r.id, e.kind, e.level
FROM role r
JOIN (VALUES ('service_manager', 'customer', 'ALL'), ('service_manager', 'contact', 'ALL'), ('service_manager', 'ticket', 'ALL'), ('service_agent', 'ticket', 'OWN'),
             ('sales_manager', 'ticket', 'ALL'), ('sales_representative', 'ticket', 'ALL')) AS e (built_in, kind, level)
    ON e.built_in = r.built_in
ON CONFLICT DO NOTHING;
