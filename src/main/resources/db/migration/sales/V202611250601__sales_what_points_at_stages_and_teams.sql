-- Deleting a stage or a team looks for what still points at it.
CREATE INDEX stage_change_from ON stage_change (from_stage_id) WHERE from_stage_id IS NOT NULL;
CREATE INDEX stage_change_to ON stage_change (to_stage_id);
CREATE INDEX pipeline_team ON pipeline (team_id);
