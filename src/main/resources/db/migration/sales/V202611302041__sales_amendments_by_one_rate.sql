-- What an amendment brings is its difference by its own rate; what held before counts by that one as well, in what its products bring too.
-- For what is signed already this says the same as before.
CREATE OR REPLACE FUNCTION contract_gain_by_product(contracts bigint[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM contract_gain_product WHERE contract_id = ANY (contracts);
    INSERT INTO contract_gain_product (contract_id, product_id, signed_on, base_gain)
    SELECT k.id, l.product_id, k.signed_on,
           sum(s.sign * CASE WHEN s.net = 0 THEN 0
                             ELSE round(s.base_net * l.upto / s.net, 2) - round(s.base_net * (l.upto - l.net) / s.net, 2) END)
    FROM contract k
    CROSS JOIN LATERAL (SELECT 1 AS sign, k.id, k.net, k.base_net
                        UNION ALL
                        SELECT -1, b.id, b.net, k.base_net - k.base_gain FROM contract b WHERE b.root_id = k.root_id AND b.revision = k.revision - 1) s
    CROSS JOIN LATERAL (SELECT x.product_id, x.net, sum(x.net) OVER (ORDER BY x.position) AS upto
                        FROM contract_line x WHERE x.contract_id = s.id AND x.kind = 'ITEM') l
    WHERE k.id = ANY (contracts) AND k.base_gain IS NOT NULL
    GROUP BY k.id, k.signed_on, l.product_id;
$$;

CREATE OR REPLACE VIEW customer_margin AS
SELECT k.customer_id, k.signed_on AS brought_on, l.product_id,
       s.sign * round((l.net - round(l.quantity * l.cost, 2))
           * CASE WHEN s.net <> 0 THEN s.base_net / s.net WHEN s.currency = (SELECT currency FROM company) THEN 1 END, 2) AS base_amount
FROM contract k
CROSS JOIN LATERAL (SELECT 1 AS sign, k.id, k.net, k.base_net, k.currency
                    UNION ALL
                    SELECT -1, b.id, b.net, k.base_net - k.base_gain, b.currency FROM contract b
                    WHERE b.root_id = k.root_id AND b.revision = k.revision - 1) s
JOIN contract_line l ON l.contract_id = s.id AND l.kind = 'ITEM' AND l.cost IS NOT NULL
WHERE k.base_gain IS NOT NULL;
