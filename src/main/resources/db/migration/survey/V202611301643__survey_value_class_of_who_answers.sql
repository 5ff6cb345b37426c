-- What the customer was worth when the answer came: A, B, C; null for who brought nothing then, and for answers of before.
ALTER TABLE survey_response ADD COLUMN value_class varchar(1) CHECK (value_class IN ('A', 'B', 'C'));
DROP INDEX survey_response_time;
CREATE INDEX survey_response_time ON survey_response (survey_id, at) INCLUDE (level, value_class, nps, csat);
