-- Plans can be for the members of segments of customers: their ids, a line each.
ALTER TABLE care_plan ADD COLUMN member_of text NOT NULL DEFAULT '';
ALTER TABLE care_plan_aud ADD COLUMN member_of text;
