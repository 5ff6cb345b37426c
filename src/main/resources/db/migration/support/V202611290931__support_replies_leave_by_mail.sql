-- How a reply gets to the customer: by mail, or not at all because nobody knew where to or the installation sends none.
-- Replies that were written elsewhere say nothing.
ALTER TABLE ticket_message
    ADD COLUMN delivery varchar(20) CHECK (delivery IN ('MAIL', 'NO_ADDRESS', 'NO_SERVER')),
    -- its letter, until that has left and is forgotten
    ADD COLUMN mail_id bigint REFERENCES outbox_mail (id) ON DELETE SET NULL,
    -- the Message-ID by which mail programs know it, without its brackets
    ADD COLUMN internet_id varchar(1000),
    ADD CONSTRAINT ticket_message_delivery CHECK (kind = 'REPLY' OR delivery IS NULL),
    ADD CONSTRAINT ticket_message_mail CHECK (mail_id IS NULL OR delivery = 'MAIL');
CREATE INDEX ticket_message_mail ON ticket_message (mail_id) WHERE mail_id IS NOT NULL;
CREATE INDEX ticket_message_internet ON ticket_message (internet_id) WHERE internet_id IS NOT NULL;

-- What signs the names of tickets in letters, so that nobody makes one up; made when it is first needed.
CREATE TABLE ticket_letter_secret (
    the_one boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (the_one),
    secret  varchar(64) NOT NULL
);
