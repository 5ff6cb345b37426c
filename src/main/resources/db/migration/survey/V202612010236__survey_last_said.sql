-- How content a customer was when last asked: lists of customers, contacts, opportunities and tickets show it and ask for it.
CREATE TABLE customer_mood (
    customer_id bigint      PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
    mood        varchar(20) NOT NULL CHECK (mood IN ('CONTENT', 'BETWEEN', 'DISCONTENT')),
    at          timestamptz NOT NULL
);
CREATE INDEX customer_mood_kind ON customer_mood (mood, customer_id);

-- As CustomerMood.Answer says it: who says 0 to 6 of 10, or 1 or 2 of 5, is not content; 9 and 10, or 4 and 5, are.
CREATE FUNCTION customer_mood_of(nps smallint, csat smallint) RETURNS varchar LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN nps <= 6 OR csat <= 2 THEN 'DISCONTENT'
                WHEN nps <= 8 OR csat = 3 THEN 'BETWEEN'
                ELSE 'CONTENT' END
$$;

CREATE FUNCTION customer_mood_set(customers bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM customer_mood m WHERE m.customer_id = ANY (customers)
        AND NOT EXISTS (SELECT 1 FROM survey_response r WHERE r.customer_id = m.customer_id AND (r.nps IS NOT NULL OR r.csat IS NOT NULL));
    INSERT INTO customer_mood (customer_id, mood, at)
    SELECT DISTINCT ON (r.customer_id) r.customer_id, customer_mood_of(r.nps, r.csat), r.at
    FROM survey_response r
    WHERE r.customer_id = ANY (customers) AND (r.nps IS NOT NULL OR r.csat IS NOT NULL)
    ORDER BY r.customer_id, r.at DESC, r.id DESC
    ON CONFLICT (customer_id) DO UPDATE SET mood = EXCLUDED.mood, at = EXCLUDED.at;
END
$$;

CREATE FUNCTION customer_mood_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM customer_mood_set(ARRAY(SELECT DISTINCT customer_id FROM changed WHERE customer_id IS NOT NULL ORDER BY 1));
    RETURN NULL;
END
$$;
CREATE FUNCTION customer_mood_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM customer_mood_set(ARRAY(
        SELECT customer_id FROM old_rows WHERE customer_id IS NOT NULL UNION SELECT customer_id FROM new_rows WHERE customer_id IS NOT NULL ORDER BY 1));
    RETURN NULL;
END
$$;
CREATE TRIGGER customer_mood_insert AFTER INSERT ON survey_response REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION customer_mood_added();
CREATE TRIGGER customer_mood_delete AFTER DELETE ON survey_response REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION customer_mood_added();
CREATE TRIGGER customer_mood_update AFTER UPDATE ON survey_response REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION customer_mood_moved();

SELECT customer_mood_set(ARRAY(SELECT DISTINCT customer_id FROM survey_response WHERE customer_id IS NOT NULL));
