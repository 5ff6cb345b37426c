-- What signed contracts leave over their costs, line by line where the cost is known, in the company's currency by the rate of the contract;
-- an amendment counts its difference. What was won without a contract has no lines, and so no costs.
CREATE VIEW customer_margin AS
SELECT k.customer_id, k.signed_on AS brought_on, l.product_id,
       s.sign * round((l.net - round(l.quantity * l.cost, 2))
           * CASE WHEN s.net <> 0 THEN s.base_net / s.net WHEN s.currency = (SELECT currency FROM company) THEN 1 END, 2) AS base_amount
FROM contract k
CROSS JOIN LATERAL (SELECT 1 AS sign, k.id, k.net, k.base_net, k.currency
                    UNION ALL
                    SELECT -1, b.id, b.net, b.base_net, b.currency FROM contract b
                    WHERE b.root_id = k.root_id AND b.revision = k.revision - 1) s
JOIN contract_line l ON l.contract_id = s.id AND l.kind = 'ITEM' AND l.cost IS NOT NULL
WHERE k.base_gain IS NOT NULL;

-- What has come in, spread over the products of its contract by what these have brought, to the cent. What came in before a signature, or
-- for a contract that brings nothing, is of no product.
CREATE VIEW customer_receipt_product AS
SELECT r.customer_id, r.received_on AS brought_on, g.product_id,
       CASE WHEN g.upto IS NULL THEN r.base_amount
            ELSE round(r.base_amount * g.upto / g.whole, 2) - round(r.base_amount * (g.upto - g.gain) / g.whole, 2) END AS base_amount
FROM receipt r
LEFT JOIN LATERAL (
    SELECT b.product_id, b.gain, sum(b.gain) OVER (ORDER BY b.product_id) AS upto, sum(b.gain) OVER () AS whole
    FROM (SELECT p.product_id, sum(p.base_gain) AS gain
          FROM contract k JOIN contract_gain_product p ON p.contract_id = k.id
          WHERE k.root_id = r.contract_id GROUP BY p.product_id HAVING sum(p.base_gain) > 0) b) g ON true
WHERE r.cancelled_at IS NULL;
