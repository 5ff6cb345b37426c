-- One plain index for each order and filter that the list of contacts offers.
CREATE INDEX contact_by_name ON contact (name COLLATE trivium_words, id);
CREATE INDEX contact_name_beginning ON contact ((lower(name) COLLATE "C"), id);
CREATE INDEX contact_by_job_title ON contact (job_title COLLATE trivium_words, id);
CREATE INDEX contact_job_title_beginning ON contact ((lower(job_title) COLLATE "C"), id);
CREATE INDEX contact_by_email ON contact (email COLLATE trivium_words, id);
CREATE INDEX contact_email_beginning ON contact ((lower(email) COLLATE "C"), id);
CREATE INDEX contact_phone_beginning ON contact ((lower(phone) COLLATE "C"));
CREATE INDEX contact_mobile_beginning ON contact ((lower(mobile) COLLATE "C"));
CREATE INDEX contact_by_birthday ON contact (birthday, id);
CREATE INDEX contact_reference_beginning ON contact ((lower(reference) COLLATE "C"));
CREATE INDEX contact_by_last_activity ON contact (last_activity_at, id);
CREATE INDEX contact_by_creation ON contact (created_at, id);
CREATE INDEX contact_by_change ON contact (updated_at, id);
CREATE INDEX contact_owner ON contact (owner_id, id);
CREATE INDEX contact_team ON contact (team_id, id);
