-- Who saved a draft last, for who comes too late.
ALTER TABLE approval_flow_version ADD COLUMN updated_by bigint REFERENCES person (id);

-- The cases of a flow that are not decided, without those of years.
CREATE INDEX approval_case_flow_open ON approval_case (flow_version_id) WHERE state IN ('RUNNING', 'RETURNED');
