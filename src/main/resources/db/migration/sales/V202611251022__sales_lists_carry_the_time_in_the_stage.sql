-- How long something has been in its stage is filtered and sorted by as the dates are: their indexes carry it, and its own carries theirs.
DROP INDEX opportunity_list_created;
DROP INDEX opportunity_list_opened;
DROP INDEX opportunity_list_closed;
DROP INDEX opportunity_list_expected_close;
DROP INDEX opportunity_list_stage_entered;
DROP INDEX opportunity_list_probability;
DROP INDEX opportunity_list_lost_reason;
DROP INDEX opportunity_list_amount;
CREATE INDEX opportunity_list_created ON opportunity (created_at, id)
    INCLUDE (owner_id, team_id, opened_on, closed_on, expected_close_date,
             stage_entered_at, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_opened ON opportunity (opened_on, id)
    INCLUDE (owner_id, team_id, created_at, closed_on, expected_close_date,
             stage_entered_at, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_closed ON opportunity (closed_on, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, expected_close_date,
             stage_entered_at, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_expected_close ON opportunity (expected_close_date, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on,
             stage_entered_at, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_stage_entered ON opportunity (stage_entered_at, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on,
             expected_close_date, probability, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_probability ON opportunity (probability, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on,
             expected_close_date, stage_entered_at, lost_reason_id, base_amount);
CREATE INDEX opportunity_list_lost_reason ON opportunity (lost_reason_id, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on,
             expected_close_date, stage_entered_at, probability, base_amount);
CREATE INDEX opportunity_list_amount ON opportunity (base_amount, id)
    INCLUDE (owner_id, team_id, created_at, opened_on, closed_on,
             expected_close_date, stage_entered_at, probability, lost_reason_id);
