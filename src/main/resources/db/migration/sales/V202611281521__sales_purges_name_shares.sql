-- who shared in what was purged, as in the dialog before it
ALTER TABLE opportunity_purge ADD COLUMN shares jsonb NOT NULL DEFAULT '[]';
