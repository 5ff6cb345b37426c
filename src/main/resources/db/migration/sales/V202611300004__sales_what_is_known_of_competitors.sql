-- What is known of a competitor, for whoever meets one.
ALTER TABLE competitor
    ADD COLUMN website     varchar(300),
    ADD COLUMN description text,
    -- what they sell and for how much, one a line
    ADD COLUMN products    text,
    ADD COLUMN strengths   text,
    ADD COLUMN weaknesses  text,
    -- what to say against them
    ADD COLUMN answers     text,
    ADD COLUMN search_pieces text[] COLLATE "C" GENERATED ALWAYS AS (search_pieces(name)) STORED;
ALTER TABLE competitor_aud
    ADD COLUMN website     varchar(300),
    ADD COLUMN description text,
    ADD COLUMN products    text,
    ADD COLUMN strengths   text,
    ADD COLUMN weaknesses  text,
    ADD COLUMN answers     text;
CREATE INDEX competitor_search ON competitor USING gin (search_pieces);
CREATE INDEX competitor_name_beginning ON competitor ((lower(name) COLLATE "C"), id) INCLUDE (name);
