-- Whose it is and its worth inside the indexes that lists of long stays are counted in, as in those of the other dates.
DROP INDEX opportunity_board_entered;
CREATE INDEX opportunity_board_entered ON opportunity (stage_id, stage_entered_at DESC, id DESC)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_stage_entered;
CREATE INDEX opportunity_list_stage_entered ON opportunity (stage_entered_at, id)
    INCLUDE (owner_id, team_id, base_amount);
DROP INDEX opportunity_list_state_stage_entered;
CREATE INDEX opportunity_list_state_stage_entered ON opportunity (state, stage_entered_at, id)
    INCLUDE (owner_id, team_id, base_amount);
