-- Customers who sign in themselves, apart from the people of the company.
CREATE TABLE portal_setting (
    the_one     boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    active      boolean NOT NULL DEFAULT false,
    -- whether customers read who has answered them
    agent_names boolean NOT NULL DEFAULT true,
    -- where their tickets go; the first queue when null
    queue_id    bigint REFERENCES ticket_queue (id) ON DELETE SET NULL
);
INSERT INTO portal_setting DEFAULT VALUES;
CREATE INDEX portal_setting_queue ON portal_setting (queue_id) WHERE queue_id IS NOT NULL;

CREATE SEQUENCE portal_account_seq INCREMENT BY 50;
CREATE TABLE portal_account (
    id              bigint       NOT NULL PRIMARY KEY,
    -- whose it is; it works while the contact is there and with the customer of the invitation
    contact_id      bigint REFERENCES contact (id) ON DELETE SET NULL,
    customer_id     bigint REFERENCES customer (id) ON DELETE SET NULL,
    -- what they are called and sign in with
    name            varchar(200) NOT NULL,
    email           varchar(320) NOT NULL,
    password_hash   varchar(200),
    language        varchar(20)  NOT NULL,
    -- sees all tickets of the customer, not only the own ones
    whole_customer  boolean      NOT NULL DEFAULT false,
    state           varchar(20)  NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'BLOCKED', 'REVOKED')),
    -- rises whenever all who are signed in with it must be out at once
    generation      int          NOT NULL DEFAULT 0,
    last_sign_in_at timestamptz,
    invited_by      bigint REFERENCES person (id),
    invited_at      timestamptz  NOT NULL,
    created_at      timestamptz  NOT NULL,
    updated_at      timestamptz  NOT NULL,
    version         int          NOT NULL DEFAULT 0,
    search_pieces   text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name || ' ' || email)) STORED,
    CONSTRAINT portal_account_password CHECK (state <> 'ACTIVE' OR password_hash IS NOT NULL),
    CONSTRAINT portal_account_address CHECK (email = lower(email))
);
-- an address signs in to one account
CREATE UNIQUE INDEX portal_account_email ON portal_account (email) WHERE state <> 'REVOKED';
CREATE INDEX portal_account_contact ON portal_account (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX portal_account_customer ON portal_account (customer_id) WHERE customer_id IS NOT NULL;
-- orders and filters of the list
CREATE INDEX portal_account_search ON portal_account USING gin (search_pieces);
CREATE INDEX portal_account_by_name ON portal_account (name COLLATE trivium_words, id);
CREATE INDEX portal_account_name_beginning ON portal_account ((lower(name) COLLATE "C"), id);
CREATE INDEX portal_account_email_beginning ON portal_account ((lower(email) COLLATE "C"), id);
CREATE INDEX portal_account_by_state ON portal_account (state, id);
CREATE INDEX portal_account_by_sign_in ON portal_account (last_sign_in_at, id);
CREATE INDEX portal_account_by_invitation ON portal_account (invited_at, id);

-- What lets somebody choose a password, once: only its hash is kept, and the letter that carries it makes it.
CREATE SEQUENCE portal_key_seq;
CREATE TABLE portal_key (
    id         bigint      NOT NULL PRIMARY KEY DEFAULT nextval('portal_key_seq'),
    account_id bigint      NOT NULL REFERENCES portal_account (id) ON DELETE CASCADE,
    kind       varchar(20) NOT NULL CHECK (kind IN ('INVITATION', 'PASSWORD')),
    hash       varchar(64),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX portal_key_hash ON portal_key (hash) WHERE hash IS NOT NULL;
CREATE INDEX portal_key_account ON portal_key (account_id, id);

-- Addresses for which somebody said that the password is forgotten; whether there is such an account is looked up later.
CREATE SEQUENCE portal_forgotten_seq;
CREATE TABLE portal_forgotten (
    id    bigint       NOT NULL PRIMARY KEY DEFAULT nextval('portal_forgotten_seq'),
    email varchar(320) NOT NULL,
    at    timestamptz  NOT NULL
);

-- What happened with an account.
CREATE SEQUENCE portal_event_seq;
CREATE TABLE portal_event (
    id         bigint       NOT NULL PRIMARY KEY DEFAULT nextval('portal_event_seq'),
    account_id bigint       NOT NULL REFERENCES portal_account (id) ON DELETE CASCADE,
    at         timestamptz  NOT NULL,
    kind       varchar(30)  NOT NULL CHECK (kind IN ('INVITED', 'INVITED_AGAIN', 'LETTER_FAILED', 'CHANGED', 'BLOCKED', 'UNBLOCKED', 'REVOKED',
        'ACCEPTED', 'SIGNED_IN', 'SIGNED_OUT', 'WRONG', 'NOT_ALLOWED', 'TOO_MANY', 'FORGOTTEN', 'PASSWORD_CHANGED')),
    -- a person of the company; nobody when the customer did it
    by_id      bigint REFERENCES person (id),
    address    varchar(100),
    browser    varchar(400)
);
CREATE INDEX portal_event_account ON portal_event (account_id, id);
CREATE INDEX portal_event_known ON portal_event (account_id, address, at) WHERE kind = 'SIGNED_IN';

-- Which types customers may choose for a ticket of theirs.
ALTER TABLE ticket_type ADD COLUMN open boolean NOT NULL DEFAULT false;
ALTER TABLE ticket_type_aud ADD COLUMN open boolean;

-- Roles that come along, as a new company has them. Whoever made other roles decides on them.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'support.portal.' || verb
FROM role r
JOIN (VALUES ('service_manager', '{invite,manage}'), ('service_agent', '{invite}')) AS e (built_in, verbs)
    ON e.built_in = r.built_in
CROSS JOIN unnest(e.verbs::text[]) AS verb
ON CONFLICT DO NOTHING;
