-- What is asked once a ticket is solved; no row, or no survey, asks nothing.
CREATE TABLE ticket_survey (
    the_one     boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (the_one),
    survey_id   bigint REFERENCES survey (id),
    delay_hours int     NOT NULL CHECK (delay_hours BETWEEN 0 AND 720),
    -- nobody is asked again for so long
    pause_days  int     NOT NULL CHECK (pause_days BETWEEN 0 AND 365)
);
CREATE INDEX ticket_survey_survey ON ticket_survey (survey_id);

-- Tickets that were solved and about which somebody is to be asked, or was.
CREATE TABLE ticket_survey_wait (
    ticket_id  bigint      NOT NULL PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
    due_at     timestamptz NOT NULL,
    settled_at timestamptz,
    -- what came of it
    outcome    varchar(20) CHECK (outcome IN ('ASKED', 'NOT_SOLVED', 'NO_ADDRESS', 'UNWANTED', 'TOO_SOON', 'NOT_OPEN', 'OFF')),
    CONSTRAINT ticket_survey_wait_settled CHECK ((settled_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX ticket_survey_wait_due ON ticket_survey_wait (due_at) WHERE settled_at IS NULL;
