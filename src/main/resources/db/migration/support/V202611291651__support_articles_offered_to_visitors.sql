-- Whoever writes to us on a website is offered what may help at once.
ALTER TABLE chat_widget ADD COLUMN suggests boolean NOT NULL DEFAULT true;
ALTER TABLE chat_widget_aud ADD COLUMN suggests boolean;

-- A talk that ends because an article has helped is neither missed nor answered.
ALTER TABLE chat DROP CONSTRAINT chat_end_reason_check;
ALTER TABLE chat ADD CONSTRAINT chat_end_reason_check
    CHECK (end_reason IN ('VISITOR', 'AGENT', 'SILENT', 'UNANSWERED', 'HELPED'));
