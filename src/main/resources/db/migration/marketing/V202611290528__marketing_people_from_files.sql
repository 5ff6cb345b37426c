-- Imports find participants and members of target lists again, and take back only what nobody has changed since.
ALTER TABLE campaign_participant ADD COLUMN version int NOT NULL DEFAULT 0;
ALTER TABLE audience_member ADD COLUMN version int NOT NULL DEFAULT 0;
-- what there is gets the time of this migration without being written anew
ALTER TABLE audience_member ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE audience_member ALTER COLUMN updated_at DROP DEFAULT;

-- People whom a file names are found by their telephone number, however it is written; leads have such an index already.
CREATE INDEX contact_phone_digits ON contact ((right(search_digits(phone), 10))) WHERE phone IS NOT NULL;
CREATE INDEX contact_mobile_digits ON contact ((right(search_digits(mobile), 10))) WHERE mobile IS NOT NULL;
CREATE INDEX customer_phone_digits ON customer ((right(search_digits(phone), 10))) WHERE phone IS NOT NULL;

-- And the target list that a file names.
CREATE INDEX audience_name_beginning ON audience ((lower(name) COLLATE "C"), id) INCLUDE (name, owner_id, team_id);
