-- What a search compares: full-width and half-width alike, without case, accents dropped. Plain ASCII, the common case,
-- takes the short way. The bodies are bound when they are made, so they need no search_path (generated columns use them).
CREATE FUNCTION search_fold(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 20
    RETURN CASE
               WHEN octet_length(t) = char_length(t) THEN lower(t)
               ELSE lower(normalize(regexp_replace(normalize(t, NFKD), U&'[\0300-\036F]', '', 'g'), NFC))
        END;

-- All neighbouring pairs of characters, blanks left out. A text that contains another has all its pairs, so a GIN index
-- over them answers "contains" from two characters on, in any script.
CREATE FUNCTION search_pieces(t text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 200
    RETURN (SELECT coalesce(array_agg(c[i] || c[i + 1]), '{}')
            FROM (SELECT string_to_array(search_fold(coalesce(t, '')), NULL) AS c OFFSET 0) AS folded,
                 generate_series(1, cardinality(c) - 1) AS i
            WHERE c[i] <> ' ' AND c[i + 1] <> ' ');

-- A phone number as people search it: its digits.
CREATE FUNCTION search_digits(t text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(regexp_replace(t, '[^0-9]', '', 'g'), '');
