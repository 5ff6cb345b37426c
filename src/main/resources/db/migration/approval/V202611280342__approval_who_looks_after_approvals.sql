-- Roles as they are: who decides what others may do also builds the flows, looks after what is stuck, and may move in with decided records.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
CROSS JOIN (VALUES ('approval.flow.manage'), ('approval.case.view'), ('approval.history.import')) AS e (given)
WHERE g.permission = 'identity.role.manage'
ON CONFLICT DO NOTHING;

-- The lists of the inbox find titles by any part of them.
ALTER TABLE approval_task
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(title)) STORED;
CREATE INDEX approval_task_search ON approval_task USING gin (search_pieces);
ALTER TABLE approval_case
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(title)) STORED;
CREATE INDEX approval_case_search ON approval_case USING gin (search_pieces);
