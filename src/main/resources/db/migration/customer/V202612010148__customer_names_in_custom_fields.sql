-- What people and records in custom fields are called, beside the values that hold their numbers: an index over another table's
-- names there is none, and lists are sorted by what they show. Written with the value itself; whoever gets another name is
-- noted, and brought after by a job, as a million rows may name one person.

-- The names by the keys of the fields; null where there are none.
CREATE FUNCTION custom_names(of_noun text, custom jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE
    field record;
    named text;
    names jsonb;
BEGIN
    IF custom IS NULL OR custom = '{}' THEN
        RETURN NULL;
    END IF;
    FOR field IN SELECT f.key, CASE f.kind WHEN 'PERSON' THEN 'person' ELSE f.target END AS source
            FROM custom_field f WHERE f.noun = of_noun AND f.kind IN ('PERSON', 'RECORD') AND custom ? f.key LOOP
        IF to_regclass(field.source) IS NOT NULL THEN
            named := NULL;
            EXECUTE format('SELECT name FROM %I WHERE id = $1', field.source) INTO named USING (custom ->> field.key)::bigint;
            IF named IS NOT NULL THEN
                names := coalesce(names, '{}') || jsonb_build_object(field.key, named);
            END IF;
        END IF;
    END LOOP;
    RETURN names;
END $$;

CREATE FUNCTION custom_names_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.custom_names := custom_names(TG_TABLE_NAME, NEW.custom);
    RETURN NEW;
END $$;

-- Who is called something else by now, or is gone, until all that name them are brought after.
CREATE TABLE custom_rename (
    source     text NOT NULL,
    record     bigint NOT NULL,
    renamed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, record)
);

CREATE FUNCTION custom_rename() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM custom_field f WHERE f.target = TG_TABLE_NAME OR (f.kind = 'PERSON' AND TG_TABLE_NAME = 'person')) THEN
        INSERT INTO custom_rename (source, record) VALUES (TG_TABLE_NAME, OLD.id)
        ON CONFLICT (source, record) DO UPDATE SET renamed_at = excluded.renamed_at;
    END IF;
    RETURN NULL;
END $$;

DO $$
DECLARE
    one text;
    field record;
BEGIN
    FOREACH one IN ARRAY ARRAY['customer', 'contact', 'lead', 'campaign', 'opportunity', 'ticket'] LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN custom_names jsonb', one);
        EXECUTE format('UPDATE %I SET custom_names = custom_names(%L, custom) WHERE custom_names(%L, custom) IS NOT NULL', one, one, one);
        EXECUTE format('CREATE TRIGGER custom_names BEFORE INSERT OR UPDATE OF custom ON %I FOR EACH ROW EXECUTE FUNCTION custom_names_set()', one);
    END LOOP;
    FOREACH one IN ARRAY ARRAY['person', 'customer', 'contact', 'lead', 'campaign', 'audience', 'opportunity', 'competitor', 'quote',
            'contract', 'ticket', 'article'] LOOP
        EXECUTE format('CREATE TRIGGER custom_rename AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name)
            EXECUTE FUNCTION custom_rename()', one);
        EXECUTE format('CREATE TRIGGER custom_rename_gone AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION custom_rename()', one);
    END LOOP;
    FOR field IN SELECT id, noun, key FROM custom_field WHERE kind IN ('PERSON', 'RECORD') AND ready LOOP
        EXECUTE format('CREATE INDEX custom_field_%s_1 ON %I (((custom_names ->> %L) COLLATE trivium_words), id)', field.id, field.noun, field.key);
    END LOOP;
END $$;
