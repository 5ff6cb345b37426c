-- The log of sign-ins. Names are kept as typed: there may be no such person.
CREATE SEQUENCE sign_in_seq;
CREATE TABLE sign_in (
    id        bigint       NOT NULL PRIMARY KEY DEFAULT nextval('sign_in_seq'),
    at        timestamptz  NOT NULL,
    person_id bigint REFERENCES person (id),
    name      varchar(320) NOT NULL,
    address   varchar(100) NOT NULL,
    browser   varchar(400) NOT NULL,
    outcome   varchar(30)  NOT NULL CHECK (outcome IN
        ('SIGNED_IN', 'SIGNED_OUT', 'WRONG', 'SWITCHED_OFF', 'TOO_MANY', 'PASSWORD_CHANGED'))
);
CREATE INDEX sign_in_at ON sign_in (at DESC, id DESC);
CREATE INDEX sign_in_person ON sign_in (person_id, id DESC);

-- Failed attempts in a row, per account ("name:...", whether or not there is one) and per address ("address:...").
CREATE TABLE sign_in_guard (
    subject       varchar(340) NOT NULL PRIMARY KEY,
    failures      int          NOT NULL,
    last_failure  timestamptz  NOT NULL,
    closed_until  timestamptz
);
CREATE INDEX sign_in_guard_last_failure ON sign_in_guard (last_failure);
