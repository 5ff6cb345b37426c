-- What a visit, a journey or a gift has cost, as spent and in the company's currency by the rate of its day.
ALTER TABLE activity
    ADD COLUMN cost_kind     varchar(10) CHECK (cost_kind IN ('VISIT', 'TRAVEL', 'GIFT', 'OTHER')),
    ADD COLUMN cost          numeric(14, 2) CHECK (cost > 0),
    ADD COLUMN cost_currency varchar(3),
    ADD COLUMN base_cost     numeric(19, 2) CHECK (base_cost >= 0),
    ADD CONSTRAINT activity_cost_whole CHECK (num_nulls(cost_kind, cost, cost_currency, base_cost) IN (0, 4));

-- They are added up on the page of their record and of its customer; few activities have one.
CREATE INDEX activity_about_costs ON activity (about_type, about_id) WHERE base_cost IS NOT NULL;
CREATE INDEX activity_customer_costs ON activity (customer_id) WHERE base_cost IS NOT NULL;

ALTER TABLE activity_aud
    ADD COLUMN cost_kind     varchar(10),
    ADD COLUMN cost          numeric(14, 2),
    ADD COLUMN cost_currency varchar(3);
