-- Where one loses to a competitor, by reason, product, stage and person, from the index alone.
DROP INDEX opportunity_rival;
CREATE INDEX opportunity_rival ON opportunity (competitor_id, closed_on)
    INCLUDE (state, owner_id, team_id, base_amount, lost_reason_id, product_id, lost_stage_id) WHERE competitor_id IS NOT NULL;

-- What costs something and is given away has no margin in per cent, and is below every one that is asked for.
CREATE INDEX quote_by_compared_margin ON quote
    ((CASE WHEN margin_percent IS NULL AND margin < 0 THEN -10000000000000000000000 ELSE margin_percent END), id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_compared_margin ON contract
    ((CASE WHEN margin_percent IS NULL AND margin < 0 THEN -10000000000000000000000 ELSE margin_percent END), id) INCLUDE (owner_id, team_id);
