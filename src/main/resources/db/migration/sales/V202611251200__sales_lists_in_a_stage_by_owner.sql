-- The dates of a state and of a stage are listed for one owner, too: the owner is read from the index, not from twenty thousand rows.
DROP INDEX opportunity_list_state_opened;
CREATE INDEX opportunity_list_state_opened ON opportunity (state, opened_on, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_state_closed;
CREATE INDEX opportunity_list_state_closed ON opportunity (state, closed_on, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_state_expected_close;
CREATE INDEX opportunity_list_state_expected_close ON opportunity (state, expected_close_date, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_state_probability;
CREATE INDEX opportunity_list_state_probability ON opportunity (state, probability, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_stage_opened;
CREATE INDEX opportunity_list_stage_opened ON opportunity (stage_id, opened_on, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_stage_closed;
CREATE INDEX opportunity_list_stage_closed ON opportunity (stage_id, closed_on, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_stage_expected_close;
CREATE INDEX opportunity_list_stage_expected_close ON opportunity (stage_id, expected_close_date, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_stage_probability;
CREATE INDEX opportunity_list_stage_probability ON opportunity (stage_id, probability, id)
    INCLUDE (owner_id, team_id, base_amount);
