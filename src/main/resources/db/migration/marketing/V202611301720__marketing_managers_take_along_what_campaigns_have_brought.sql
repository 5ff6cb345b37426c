-- What campaigns have brought, and what was sold, are lists of opportunities that marketing managers read as a whole: as files too.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'sales.opportunity.export' FROM role r WHERE r.built_in = 'marketing_manager'
ON CONFLICT DO NOTHING;
