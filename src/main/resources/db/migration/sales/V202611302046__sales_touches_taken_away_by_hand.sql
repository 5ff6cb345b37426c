-- Campaigns of which somebody has said that they did not touch an opportunity: what is found later does not bring them back.
CREATE TABLE opportunity_touch_denied (
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    campaign_id    bigint      NOT NULL REFERENCES campaign (id) ON DELETE CASCADE,
    by_person_id   bigint REFERENCES person (id),
    at             timestamptz NOT NULL,
    PRIMARY KEY (opportunity_id, campaign_id)
);
CREATE INDEX opportunity_touch_denied_campaign ON opportunity_touch_denied (campaign_id);
CREATE INDEX opportunity_touch_denied_person ON opportunity_touch_denied (by_person_id) WHERE by_person_id IS NOT NULL;
