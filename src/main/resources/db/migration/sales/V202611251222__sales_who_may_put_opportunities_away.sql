-- Roles as they are: who decides an opportunity may suspend it; who may delete it may also end it for good and archive it. To
-- purge is left to administrators.
INSERT INTO role_permission (role_id, permission)
SELECT g.role_id, e.given
FROM role_permission g
JOIN (VALUES ('sales.opportunity.close', 'sales.opportunity.suspend'),
             ('sales.opportunity.delete', 'sales.opportunity.terminate'),
             ('sales.opportunity.delete', 'sales.opportunity.archive'),
             ('sales.pipeline.manage', 'sales.competitor.manage')) AS e (held, given) ON e.held = g.permission
ON CONFLICT DO NOTHING;
