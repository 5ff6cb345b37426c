-- One column of pieces a record over everything it is searched by.
ALTER TABLE customer
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(
            name || ' ' || coalesce(reference, '') || ' ' || coalesce(email, '') || ' ' || search_digits(phone))) STORED;
ALTER TABLE contact
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(
            name || ' ' || coalesce(reference, '') || ' ' || coalesce(email, '') || ' ' || search_digits(phone) || ' '
                || search_digits(mobile))) STORED;
CREATE INDEX customer_search ON customer USING gin (search_pieces);
CREATE INDEX contact_search ON contact USING gin (search_pieces);
