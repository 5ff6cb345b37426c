-- Whatever is spent without a budget is more than the budget. Those are marked now, and nobody is told of the past.
CREATE OR REPLACE FUNCTION campaign_cost_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.cost_level := CASE
        WHEN NEW.base_cost > greatest(NEW.base_budget, 0) THEN 'OVER'
        WHEN NEW.base_budget <= 0 THEN NULL
        WHEN NEW.base_cost * 100 >= NEW.base_budget * coalesce((SELECT cost_warning_percent FROM marketing_setting), 80) THEN 'NEAR'
    END;
    RETURN NEW;
END $$;
ALTER TABLE campaign DISABLE TRIGGER campaign_cost_warning;
UPDATE campaign SET base_cost = base_cost WHERE base_budget <= 0 AND base_cost > 0;
ALTER TABLE campaign ENABLE TRIGGER campaign_cost_warning;
