-- Which version of the record a row of its history is: what a form was opened with can be found again. Rows before this have none.
ALTER TABLE person_aud ADD COLUMN version int;
ALTER TABLE team_aud ADD COLUMN version int;
ALTER TABLE role_aud ADD COLUMN version int;
