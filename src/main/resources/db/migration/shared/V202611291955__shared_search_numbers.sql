-- All threes of neighbouring digits. Two digits stand in one of ten telephone numbers of a million, so that their pairs found a number
-- only after a look at hundreds of thousands of places; three of them stand in one of a hundred.
CREATE FUNCTION search_numbers(t text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 200
    RETURN (SELECT coalesce(array_agg(substr(digits[1], i, 3)), '{}')
            FROM regexp_matches(search_fold(coalesce(t, '')), '[0-9]{3,}', 'g') AS digits,
                 generate_series(1, length(digits[1]) - 2) AS i);
