-- What customers have brought says as well what for.
CREATE OR REPLACE VIEW customer_revenue AS
SELECT customer_id, closed_on AS brought_on, base_amount, product_id FROM opportunity WHERE state = 'WON' AND customer_id IS NOT NULL;
