-- The paper of what is a draft again does not leave any more, but what it said once left the house: it is kept, with who released it.
CREATE TABLE quote_former_paper (
    id          bigint       NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    quote_id    bigint       NOT NULL REFERENCES quote (id) ON DELETE CASCADE,
    name        varchar(200) NOT NULL,
    bytes       bytea        NOT NULL,
    sha256      varchar(64)  NOT NULL,
    made_at     timestamptz  NOT NULL,
    released_at timestamptz,
    released_by bigint REFERENCES person (id),
    void_at     timestamptz  NOT NULL
);
CREATE INDEX quote_former_paper_quote ON quote_former_paper (quote_id, id);
CREATE INDEX quote_former_paper_person ON quote_former_paper (released_by) WHERE released_by IS NOT NULL;
CREATE OR REPLACE FUNCTION quote_loses_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO quote_former_paper (quote_id, name, bytes, sha256, made_at, released_at, released_by, void_at)
        SELECT p.quote_id, p.name, p.bytes, p.sha256, p.made_at, OLD.released_at,
               (SELECT e.by_person_id FROM quote_event e WHERE e.quote_id = NEW.id AND e.kind = 'RELEASE' ORDER BY e.at DESC, e.id DESC LIMIT 1),
               NEW.updated_at
        FROM quote_paper p WHERE p.quote_id = NEW.id;
    DELETE FROM quote_paper WHERE quote_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TABLE contract_former_paper (
    id          bigint       NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contract_id bigint       NOT NULL REFERENCES contract (id) ON DELETE CASCADE,
    name        varchar(200) NOT NULL,
    bytes       bytea        NOT NULL,
    sha256      varchar(64)  NOT NULL,
    made_at     timestamptz  NOT NULL,
    released_at timestamptz,
    released_by bigint REFERENCES person (id),
    void_at     timestamptz  NOT NULL
);
CREATE INDEX contract_former_paper_contract ON contract_former_paper (contract_id, id);
CREATE INDEX contract_former_paper_person ON contract_former_paper (released_by) WHERE released_by IS NOT NULL;
CREATE OR REPLACE FUNCTION contract_loses_paper() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contract_former_paper (contract_id, name, bytes, sha256, made_at, released_at, released_by, void_at)
        SELECT p.contract_id, p.name, p.bytes, p.sha256, p.made_at, OLD.released_at,
               (SELECT e.by_person_id FROM contract_event e WHERE e.contract_id = NEW.id AND e.kind = 'RELEASE' ORDER BY e.at DESC, e.id DESC LIMIT 1),
               NEW.updated_at
        FROM contract_paper p WHERE p.contract_id = NEW.id;
    DELETE FROM contract_paper WHERE contract_id = NEW.id;
    RETURN NULL;
END $$;

-- A letter that was kept back, as its paper may not leave any more.
ALTER TABLE quote_letter ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE contract_letter ADD COLUMN withdrawn_at timestamptz;
