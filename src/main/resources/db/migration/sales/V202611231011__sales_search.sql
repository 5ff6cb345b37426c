ALTER TABLE opportunity
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (
        search_pieces(name || ' ' || coalesce(reference, ''))) STORED;
CREATE INDEX opportunity_search ON opportunity USING gin (search_pieces);
