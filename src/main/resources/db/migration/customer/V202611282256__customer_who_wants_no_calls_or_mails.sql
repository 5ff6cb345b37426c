-- Who asked for no e-mails or no calls, as leads have it.
ALTER TABLE customer
    ADD COLUMN no_email boolean NOT NULL DEFAULT false,
    ADD COLUMN no_call  boolean NOT NULL DEFAULT false;
ALTER TABLE contact
    ADD COLUMN no_email boolean NOT NULL DEFAULT false,
    ADD COLUMN no_call  boolean NOT NULL DEFAULT false;
ALTER TABLE customer_aud ADD COLUMN no_email boolean, ADD COLUMN no_call boolean;
ALTER TABLE contact_aud ADD COLUMN no_email boolean, ADD COLUMN no_call boolean;
CREATE INDEX customer_without_email ON customer (no_email, id) INCLUDE (owner_id, team_id);
CREATE INDEX customer_without_call ON customer (no_call, id) INCLUDE (owner_id, team_id);
CREATE INDEX contact_without_email ON contact (no_email, id) INCLUDE (owner_id, team_id);
CREATE INDEX contact_without_call ON contact (no_call, id) INCLUDE (owner_id, team_id);
