-- What became of one use of a model: who was in which of its groups then, and what was promised of them, whatever the model learns later.
ALTER TABLE mining_use
    ADD campaign_id bigint REFERENCES campaign (id) ON DELETE SET NULL,
    -- at the places of leaves: the share that was promised, and the rule as whoever used it read it
    ADD promised    double precision[],
    ADD sentences   text[];
CREATE INDEX mining_use_campaign ON mining_use (campaign_id) WHERE campaign_id IS NOT NULL;

CREATE TABLE mining_use_member (
    use_id      bigint NOT NULL REFERENCES mining_use (id) ON DELETE CASCADE,
    customer_id bigint NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    leaf        int    NOT NULL,
    PRIMARY KEY (use_id, customer_id)
);
CREATE INDEX mining_use_member_customer ON mining_use_member (customer_id);
