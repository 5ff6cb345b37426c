-- The campaign that brought a lead: chosen, imported, or that of the form on a website.
ALTER TABLE lead ADD COLUMN campaign_id bigint REFERENCES campaign (id);
ALTER TABLE lead_aud ADD COLUMN campaign_id bigint;
CREATE INDEX lead_by_campaign ON lead (campaign_id, created_at, id) INCLUDE (owner_id, team_id);

ALTER TABLE capture_key ADD COLUMN campaign_id bigint REFERENCES campaign (id);
ALTER TABLE capture_key_aud ADD COLUMN campaign_id bigint;
CREATE INDEX capture_key_campaign ON capture_key (campaign_id) WHERE campaign_id IS NOT NULL;

-- imports find campaigns by it
CREATE INDEX campaign_name_beginning ON campaign ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id);
