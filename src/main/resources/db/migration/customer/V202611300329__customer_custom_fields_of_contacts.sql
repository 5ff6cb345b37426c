-- As that of customers: a default that is the same for all rows costs nothing.
ALTER TABLE contact ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE contact_aud ADD COLUMN custom jsonb;
