-- How much each customer has bought within some days: read from the days, added up by customer.
CREATE INDEX opportunity_won_day ON opportunity (closed_on) INCLUDE (customer_id, base_amount) WHERE state = 'WON';
