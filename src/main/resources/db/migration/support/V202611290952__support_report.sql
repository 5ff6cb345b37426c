-- What was promised and decided in a stretch of time, kept or not.
CREATE INDEX ticket_promise_decided ON ticket_promise ((coalesce(broken_at, settled_at))) INCLUDE (ticket_id, kept, broken)
    WHERE broken_at IS NOT NULL OR settled_at IS NOT NULL;
CREATE INDEX ticket_by_reopenings ON ticket (reopenings, id) INCLUDE (owner_id, team_id, queue_id);

INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'support.report.view' FROM role r WHERE r.built_in IN ('service_manager', 'sales_manager')
ON CONFLICT DO NOTHING;
