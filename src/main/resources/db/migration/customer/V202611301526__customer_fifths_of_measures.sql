-- Recency, frequency and monetary value by margin and receipts as well, each in fifths of those who brought something within the time. A time
-- is a day on which more came in than went out. Null for whoever has no such day.
ALTER TABLE customer_worth
    ADD COLUMN recency   smallint CHECK (recency BETWEEN 1 AND 5),
    ADD COLUMN frequency smallint CHECK (frequency BETWEEN 1 AND 5),
    ADD COLUMN monetary  smallint CHECK (monetary BETWEEN 1 AND 5),
    ADD COLUMN segment   varchar(20) CHECK (segment IN ('CHAMPION', 'LOYAL', 'PROMISING', 'FADING', 'AT_RISK', 'LOST'));

DROP INDEX customer_worth_class;
CREATE INDEX customer_worth_class ON customer_worth (measure, value_class, customer_id) INCLUDE (amount, segment, recency, frequency);
CREATE INDEX customer_worth_segment ON customer_worth (measure, segment, customer_id);

-- the square of the grid in which a customer is
CREATE INDEX customer_worth_square ON customer_worth (measure, (recency * 10 + frequency), customer_id);
CREATE INDEX customer_value_square ON customer_value ((recency * 10 + frequency), customer_id);

-- what the three say together, as customer_value_reckon has it
CREATE FUNCTION value_segment(recency bigint, frequency bigint, monetary bigint) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN recency >= 4 AND frequency + monetary >= 8 THEN 'CHAMPION'
                WHEN recency >= 3 AND frequency + monetary >= 6 THEN 'LOYAL'
                WHEN recency >= 4 THEN 'PROMISING'
                WHEN recency = 3 THEN 'FADING'
                WHEN frequency + monetary >= 6 THEN 'AT_RISK'
                WHEN recency IS NOT NULL THEN 'LOST' END
$$;

-- reckoned anew within a minute, so that the grids are there
UPDATE value_bound SET reckoned_at = 'epoch';
