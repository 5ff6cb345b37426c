-- Models can be learned from the members of a segment.
ALTER TABLE mining_model ADD COLUMN segment_id bigint REFERENCES segment (id) ON DELETE SET NULL;
CREATE INDEX mining_model_segment ON mining_model (segment_id) WHERE segment_id IS NOT NULL;
