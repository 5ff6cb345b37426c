-- State and stage decide where rows lie in the order of dates and probabilities: what is open has no date of closing,
-- the newest are nearly all open. Without these a list of lost ones, newest first, walks past all open ones.
CREATE INDEX opportunity_list_state_created ON opportunity (state, created_at, id);
CREATE INDEX opportunity_list_state_opened ON opportunity (state, opened_on, id);
CREATE INDEX opportunity_list_state_closed ON opportunity (state, closed_on, id);
CREATE INDEX opportunity_list_state_expected_close ON opportunity (state, expected_close_date, id);
CREATE INDEX opportunity_list_state_probability ON opportunity (state, probability, id);
CREATE INDEX opportunity_list_stage_created ON opportunity (stage_id, created_at, id);
CREATE INDEX opportunity_list_stage_opened ON opportunity (stage_id, opened_on, id);
CREATE INDEX opportunity_list_stage_closed ON opportunity (stage_id, closed_on, id);
CREATE INDEX opportunity_list_stage_expected_close ON opportunity (stage_id, expected_close_date, id);
CREATE INDEX opportunity_list_stage_probability ON opportunity (stage_id, probability, id);
DROP INDEX opportunity_list_state;

-- With the rows that have no reason, so that these are counted from the index too.
DROP INDEX opportunity_list_lost_reason;
CREATE INDEX opportunity_list_lost_reason ON opportunity (lost_reason_id, id);

-- Whose, and in which state: the commonest question, counted and added up in the index.
DROP INDEX opportunity_list_owner;
DROP INDEX opportunity_list_team;
DROP INDEX opportunity_list_product;
CREATE INDEX opportunity_list_owner ON opportunity (owner_id, state) INCLUDE (base_amount);
CREATE INDEX opportunity_list_team ON opportunity (team_id, state) INCLUDE (base_amount);
CREATE INDEX opportunity_list_product ON opportunity (product_id, state) INCLUDE (base_amount);

-- With the text itself, so that how many begin alike is counted in the index, without a look at each row.
DROP INDEX opportunity_list_name_prefix;
DROP INDEX opportunity_list_reference_prefix;
CREATE INDEX opportunity_list_name_prefix ON opportunity ((lower(name) COLLATE "C"), id) INCLUDE (name);
CREATE INDEX opportunity_list_reference_prefix ON opportunity ((lower(reference) COLLATE "C"), id) INCLUDE (reference);
