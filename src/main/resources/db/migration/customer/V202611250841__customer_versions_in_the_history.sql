-- Which version of the record a row of its history is: what a form was opened with can be found again. Rows before this have none.
ALTER TABLE customer_aud ADD COLUMN version int;
ALTER TABLE contact_aud ADD COLUMN version int;
ALTER TABLE activity_aud ADD COLUMN version int;
