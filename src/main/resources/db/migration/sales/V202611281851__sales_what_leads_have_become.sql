-- What leads have become, and what is needed to take that back as a whole.
CREATE TABLE lead_qualification (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lead_id             bigint      NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    person_id           bigint      NOT NULL REFERENCES person (id),
    at                  timestamptz NOT NULL,
    customer_id         bigint REFERENCES customer (id) ON DELETE SET NULL,
    customer_made       boolean     NOT NULL,
    contact_id          bigint REFERENCES contact (id) ON DELETE SET NULL,
    contact_made        boolean     NOT NULL,
    opportunity_id      bigint REFERENCES opportunity (id) ON DELETE SET NULL,
    -- as they were right after it
    opportunity_version int         NOT NULL,
    lead_version        int         NOT NULL,
    -- the activities that went along
    moved               bigint[]    NOT NULL,
    undone_at           timestamptz
);
-- a lead is qualified once, until that is taken back
CREATE UNIQUE INDEX lead_qualification_stands ON lead_qualification (lead_id) WHERE undone_at IS NULL;
CREATE INDEX lead_qualification_lead ON lead_qualification (lead_id);
CREATE INDEX lead_qualification_person ON lead_qualification (person_id);
CREATE INDEX lead_qualification_customer ON lead_qualification (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX lead_qualification_contact ON lead_qualification (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX lead_qualification_opportunity ON lead_qualification (opportunity_id) WHERE opportunity_id IS NOT NULL;
