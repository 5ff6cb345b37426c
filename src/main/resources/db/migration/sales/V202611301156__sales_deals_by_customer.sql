-- Who has bought anything within some time, read from these two alone: how often a million customers did is counted while somebody types.
DROP INDEX opportunity_won_day;
CREATE INDEX opportunity_won_day ON opportunity (closed_on) INCLUDE (customer_id, base_amount, id) WHERE state = 'WON';
CREATE INDEX contract_gain_day ON contract (signed_on) INCLUDE (customer_id, base_gain) WHERE base_gain IS NOT NULL;
