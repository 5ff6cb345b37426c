-- Sales of some products in some days, by customer: for whoever watches a campaign, and for cross analysis.
CREATE INDEX opportunity_sales ON opportunity (product_id, closed_on) INCLUDE (customer_id, base_amount, owner_id, team_id)
    WHERE state = 'WON';
