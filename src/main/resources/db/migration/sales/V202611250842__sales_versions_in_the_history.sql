-- Which version of the record a row of its history is: what a form was opened with can be found again. Rows before this have none.
ALTER TABLE opportunity_aud ADD COLUMN version int;
ALTER TABLE product_aud ADD COLUMN version int;
ALTER TABLE pipeline_aud ADD COLUMN version int;
ALTER TABLE stage_aud ADD COLUMN version int;
ALTER TABLE lost_reason_aud ADD COLUMN version int;
