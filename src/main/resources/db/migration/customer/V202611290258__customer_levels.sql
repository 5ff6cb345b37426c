-- How a company classes its customers, in its own words: A to C, key account, tertiary hospital.
ALTER TABLE customer ADD COLUMN level varchar(50);
ALTER TABLE customer_aud ADD COLUMN level varchar(50);
CREATE INDEX customer_by_level ON customer (level COLLATE trivium_words, id) INCLUDE (owner_id, team_id);
