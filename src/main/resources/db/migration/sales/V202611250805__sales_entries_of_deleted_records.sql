-- Calls, meetings, notes and tasks about records that were deleted before their entries went along: to the timeline of the
-- customer they were logged for, and away where there is none.
UPDATE activity a SET about_type = 'customer', about_id = a.customer_id, version = a.version + 1
WHERE a.customer_id IS NOT NULL
  AND (a.about_type = 'opportunity' AND NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.id = a.about_id)
    OR a.about_type = 'contact' AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.id = a.about_id));
DELETE FROM activity a
WHERE a.customer_id IS NULL
  AND (a.about_type = 'opportunity' AND NOT EXISTS (SELECT 1 FROM opportunity o WHERE o.id = a.about_id)
    OR a.about_type = 'contact' AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.id = a.about_id));
