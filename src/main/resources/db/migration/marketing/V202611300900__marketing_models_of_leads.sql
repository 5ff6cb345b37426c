-- Models can be about leads as well; one of them is shown beside their points.
ALTER TABLE mining_model
    ADD subject   varchar(20) NOT NULL DEFAULT 'customer' CHECK (subject IN ('customer', 'lead')),
    ADD shown_at  timestamptz,
    -- until when changes of leads have been looked at by the one that is shown
    ADD looked_at timestamptz,
    ADD CONSTRAINT mining_model_shown_of_leads CHECK (shown_at IS NULL OR subject = 'lead');
CREATE UNIQUE INDEX mining_model_shown ON mining_model ((true)) WHERE shown_at IS NOT NULL;

-- Which group of a model each lead is in, and since when that is known; of decided leads, what was said while they were open.
CREATE TABLE mining_lead_score (
    model_id  bigint        NOT NULL REFERENCES mining_model (id) ON DELETE CASCADE,
    lead_id   bigint        NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    leaf      int           NOT NULL,
    -- in per cent: the share of the group
    chance    numeric(4, 1) NOT NULL CHECK (chance BETWEEN 0 AND 100),
    scored_at timestamptz   NOT NULL,
    PRIMARY KEY (model_id, lead_id)
);
CREATE INDEX mining_lead_score_leaf ON mining_lead_score (model_id, leaf, lead_id);
CREATE INDEX mining_lead_score_lead ON mining_lead_score (lead_id);

-- What the model that is shown says of an open lead, in per cent; kept by the job
ALTER TABLE lead ADD COLUMN chance numeric(4, 1);
CREATE INDEX lead_by_chance ON lead (chance, id) INCLUDE (owner_id, team_id);
