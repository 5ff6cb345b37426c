-- Letters to people outside, beside those for notices. What such a letter says is written when it is sent, by the module it comes
-- from: source and source_id name it there.
ALTER TABLE outbox_mail
    ALTER COLUMN person_id DROP NOT NULL,
    ALTER COLUMN message DROP NOT NULL,
    ALTER COLUMN arguments DROP NOT NULL,
    ALTER COLUMN link DROP NOT NULL,
    ADD COLUMN source varchar(40),
    ADD COLUMN source_id bigint,
    ADD COLUMN address varchar(320),
    ADD COLUMN address_name varchar(200),
    ADD CONSTRAINT outbox_mail_notice CHECK ((person_id IS NULL) = (message IS NULL) AND (message IS NULL) = (arguments IS NULL)
        AND (message IS NULL) = (link IS NULL)),
    ADD CONSTRAINT outbox_mail_letter CHECK ((person_id IS NULL) = (source IS NOT NULL) AND (source IS NULL) = (source_id IS NULL)
        AND (source IS NULL) = (address IS NULL));
