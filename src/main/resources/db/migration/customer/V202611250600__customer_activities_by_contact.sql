-- Deleting a contact, or a hundred thousand when an import is taken back, looks for the activities with each of them.
CREATE INDEX activity_contact ON activity (contact_id) WHERE contact_id IS NOT NULL;
