-- Why and to whom opportunities of some months were lost, added up from the index alone.
CREATE INDEX opportunity_losses ON opportunity (closed_on)
    INCLUDE (lost_reason_id, competitor_id, owner_id, team_id, base_amount) WHERE state = 'LOST';
