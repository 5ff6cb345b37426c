-- As that of customers: a default that is the same for all rows costs nothing.
ALTER TABLE opportunity ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE opportunity_aud ADD COLUMN custom jsonb;
