-- As that of customers: a default that is the same for all rows costs nothing.
ALTER TABLE lead ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE lead_aud ADD COLUMN custom jsonb;
ALTER TABLE campaign ADD COLUMN custom jsonb NOT NULL DEFAULT '{}';
ALTER TABLE campaign_aud ADD COLUMN custom jsonb;
