-- What a quote would come to at list prices, in the company's currency and as its net: averages of discounts are weighed by it.
ALTER TABLE quote ADD COLUMN base_full numeric(19, 2) NOT NULL DEFAULT 0;

-- As its net was reckoned; what is given away has none, and goes by the rate of its day.
CREATE FUNCTION quote_base_full() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.base_full := CASE
        WHEN NEW.full_amount > NEW.discount_amount THEN round(NEW.base_net * NEW.full_amount / (NEW.full_amount - NEW.discount_amount), 2)
        ELSE round(NEW.full_amount * coalesce((SELECT r.rate FROM currency_rate r WHERE r.currency = NEW.currency AND r.valid_from <= NEW.quoted_on
                                               ORDER BY r.valid_from DESC LIMIT 1), 1), 2) END;
    RETURN NEW;
END $$;
CREATE TRIGGER quote_base_full_insert BEFORE INSERT ON quote FOR EACH ROW EXECUTE FUNCTION quote_base_full();
CREATE TRIGGER quote_base_full_update BEFORE UPDATE ON quote FOR EACH ROW
    WHEN ((NEW.full_amount, NEW.discount_amount, NEW.base_net, NEW.quoted_on) IS DISTINCT FROM (OLD.full_amount, OLD.discount_amount, OLD.base_net, OLD.quoted_on))
    EXECUTE FUNCTION quote_base_full();

-- Those that are there say the same as before: nothing of their life is touched.
ALTER TABLE quote DISABLE TRIGGER USER;
UPDATE quote q SET base_full = CASE
    WHEN full_amount > discount_amount THEN round(base_net * full_amount / (full_amount - discount_amount), 2)
    ELSE round(full_amount * coalesce((SELECT r.rate FROM currency_rate r WHERE r.currency = q.currency AND r.valid_from <= q.quoted_on
                                       ORDER BY r.valid_from DESC LIMIT 1), 1), 2) END;
ALTER TABLE quote ENABLE TRIGGER USER;

-- How far the quotes that were released were discounted, read from the index alone.
DROP INDEX quote_offered;
CREATE INDEX quote_released ON quote (released_at) INCLUDE (owner_id, team_id, base_full, base_net) WHERE released_at IS NOT NULL;
