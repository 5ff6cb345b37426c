-- Whether they had been asked when they were scored, and so have said no already: no share is promised of them.
ALTER TABLE mining_score ADD COLUMN refused boolean NOT NULL DEFAULT false;
