-- What all campaigns have brought is listed by the day it counts on.
CREATE INDEX opportunity_touch_day ON opportunity_touch (counted_on, opportunity_id, campaign_id) INCLUDE (outcome);
