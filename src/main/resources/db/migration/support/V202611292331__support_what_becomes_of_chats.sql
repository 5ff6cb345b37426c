-- What is written when nobody is there stands among the talks; what a talk has become, and whether it was answered, can be asked for.
ALTER TABLE chat DROP CONSTRAINT IF EXISTS chat_end_reason_check;
ALTER TABLE chat ADD CONSTRAINT chat_end_reason_check CHECK (end_reason IN ('VISITOR', 'AGENT', 'SILENT', 'UNANSWERED', 'HELPED', 'OFFLINE'));
ALTER TABLE chat ADD COLUMN outcome varchar(6) GENERATED ALWAYS AS
    (CASE WHEN lead_id IS NOT NULL THEN 'LEAD' WHEN ticket_id IS NOT NULL THEN 'TICKET' END) STORED;
CREATE INDEX chat_outcome ON chat (outcome, created_at, id);
CREATE INDEX chat_answered ON chat (answered_at, created_at, id);
