-- A filter by one date and an order by another ("opened this year, first closed first") walks past rows by the hundred
-- thousand or collects as many. With whose it is and the other narrow columns inside, both read the index alone: a tenth
-- of the time.
DROP INDEX opportunity_list_created;
DROP INDEX opportunity_list_opened;
DROP INDEX opportunity_list_closed;
DROP INDEX opportunity_list_expected_close;
DROP INDEX opportunity_list_probability;
DROP INDEX opportunity_list_amount;
DROP INDEX opportunity_list_activity;
DROP INDEX opportunity_list_lost_reason;
CREATE INDEX opportunity_list_created ON opportunity (created_at, id)
    INCLUDE (owner_id, team_id, opened_on, closed_on, expected_close_date, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_opened ON opportunity (opened_on, id)
    INCLUDE (owner_id, team_id, created_at, closed_on, expected_close_date, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_closed ON opportunity (closed_on, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, expected_close_date, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_expected_close ON opportunity (expected_close_date, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_probability ON opportunity (probability, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on, expected_close_date, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_lost_reason ON opportunity (lost_reason_id, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on, expected_close_date, probability, base_amount);
CREATE INDEX opportunity_list_amount ON opportunity (base_amount, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on, expected_close_date, probability, lost_reason_id);
CREATE INDEX opportunity_list_activity ON opportunity (last_activity_at, id) INCLUDE (owner_id, team_id, base_amount);

-- Counting and adding up what a filter finds, for those who see a part of it: whose it is and its worth stand in the
-- index too.
DROP INDEX opportunity_list_name_prefix;
DROP INDEX opportunity_list_reference_prefix;
DROP INDEX opportunity_list_product;
DROP INDEX opportunity_list_pipeline;
DROP INDEX opportunity_list_owner;
DROP INDEX opportunity_list_team;
DROP INDEX opportunity_list_state_created;
DROP INDEX opportunity_list_stage_created;
CREATE INDEX opportunity_list_name_prefix ON opportunity ((lower(name) COLLATE "C"), id)
    INCLUDE (name, owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_reference_prefix ON opportunity ((lower(reference) COLLATE "C"), id)
    INCLUDE (reference, owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_product ON opportunity (product_id, state) INCLUDE (owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_pipeline ON opportunity (pipeline_id, id) INCLUDE (owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_owner ON opportunity (owner_id, state) INCLUDE (team_id, base_amount);
CREATE INDEX opportunity_list_team ON opportunity (team_id, state) INCLUDE (owner_id, base_amount);
CREATE INDEX opportunity_list_state_created ON opportunity (state, created_at, id)
    INCLUDE (owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_stage_created ON opportunity (stage_id, created_at, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_customer;
CREATE INDEX opportunity_customer ON opportunity (customer_id, id) INCLUDE (owner_id, team_id, base_amount);
