-- The home page: what should be signed soon, of one person or of one team; of everybody: opportunity_list_state_expected_close.
CREATE INDEX opportunity_closing_owner ON opportunity (owner_id, expected_close_date, id)
    WHERE state = 'OPEN' AND expected_close_date IS NOT NULL;
CREATE INDEX opportunity_closing_team ON opportunity (team_id, expected_close_date, id)
    WHERE state = 'OPEN' AND expected_close_date IS NOT NULL;

-- The greatest open amounts of a team, or of all, each with how long it has been in its stage.
CREATE INDEX opportunity_greatest_team ON opportunity (team_id, base_amount DESC, id DESC)
    INCLUDE (stage_id, stage_entered_at) WHERE state = 'OPEN';
CREATE INDEX opportunity_greatest ON opportunity (base_amount DESC, id DESC)
    INCLUDE (stage_id, stage_entered_at) WHERE state = 'OPEN';

-- The list: how long something has been in its stage; within one stage opportunity_board_entered has that order.
CREATE INDEX opportunity_list_stage_entered ON opportunity (stage_entered_at, id);
CREATE INDEX opportunity_list_state_stage_entered ON opportunity (state, stage_entered_at, id);
