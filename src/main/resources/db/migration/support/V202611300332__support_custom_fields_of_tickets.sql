-- As that of customers: a default that is the same for all rows costs nothing.
ALTER TABLE ticket ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE ticket_aud ADD COLUMN custom jsonb;
