-- What is won, or lost, is listed by its day without passing all that is open on days ahead.
CREATE INDEX opportunity_touch_outcome ON opportunity_touch (outcome, counted_on, opportunity_id, campaign_id);
