-- Whoever stands at the door checks people in, also those who sell.
INSERT INTO role_permission (role_id, permission)
SELECT r.id, 'marketing.participant.check'
FROM role r WHERE r.built_in IN ('marketing_manager', 'sales_manager', 'sales_representative')
ON CONFLICT DO NOTHING;
