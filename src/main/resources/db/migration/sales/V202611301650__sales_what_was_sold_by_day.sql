-- What was sold within some days, by anything it is cut by, is read from these alone, with whose it is.
DROP INDEX opportunity_won_day;
CREATE INDEX opportunity_won_day ON opportunity (closed_on) INCLUDE (customer_id, base_amount, id, product_id, owner_id, team_id) WHERE state = 'WON';
DROP INDEX contract_gain;
DROP INDEX contract_gain_day;
CREATE INDEX contract_gain_day ON contract (signed_on) INCLUDE (id, base_gain, customer_id, owner_id, team_id, opportunity_id, revision)
    WHERE base_gain IS NOT NULL;
