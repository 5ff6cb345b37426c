-- What was answered to the questions that the type of a ticket asks, a row each, for the list to find tickets by. The JSON beside it
-- stays what counts; answers to the questions of a type that the ticket no longer has are kept there and nowhere else.
CREATE TABLE ticket_answer (
    ticket_id bigint NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
    field_id  bigint NOT NULL REFERENCES ticket_type_field (id) ON DELETE CASCADE,
    -- one of them by the kind of the question; of a text how it begins, one character more than can be asked for
    words     varchar(301),
    choice    varchar(200),
    number    numeric,
    day       date,
    yes       boolean,
    PRIMARY KEY (ticket_id, field_id)
);
CREATE INDEX ticket_answer_words ON ticket_answer (field_id, (lower(words) COLLATE "C"), ticket_id) WHERE words IS NOT NULL;
CREATE INDEX ticket_answer_choice ON ticket_answer (field_id, choice, ticket_id) WHERE choice IS NOT NULL;
CREATE INDEX ticket_answer_number ON ticket_answer (field_id, number, ticket_id) WHERE number IS NOT NULL;
CREATE INDEX ticket_answer_day ON ticket_answer (field_id, day, ticket_id) WHERE day IS NOT NULL;
CREATE INDEX ticket_answer_yes ON ticket_answer (field_id, yes, ticket_id) WHERE yes IS NOT NULL;
-- A choice belongs to one question: without this as many would be expected as if all questions had all choices.
CREATE STATISTICS ticket_answer_by_field (dependencies, mcv) ON field_id, choice, yes FROM ticket_answer;

-- Nothing that cannot be read keeps a ticket from being saved.
CREATE FUNCTION ticket_answer_day(said text) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE WHEN said ~ '^\d{4}-\d\d-\d\d$' THEN said::date END;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

CREATE FUNCTION ticket_answers_kept(ticket bigint, type bigint, answers jsonb) RETURNS void LANGUAGE sql AS $$
    INSERT INTO ticket_answer (ticket_id, field_id, words, choice, number, day, yes)
    SELECT ticket, f.id,
           CASE WHEN f.kind IN ('TEXT', 'LONG_TEXT') THEN left(a.said, 301) END,
           CASE WHEN f.kind = 'CHOICE' THEN left(a.said, 200) END,
           CASE WHEN f.kind = 'NUMBER' AND a.said ~ '^-?\d{1,40}(\.\d{1,40})?$' THEN a.said::numeric END,
           CASE WHEN f.kind = 'DATE' THEN ticket_answer_day(a.said) END,
           CASE WHEN f.kind = 'YES_NO' AND a.said IN ('true', 'false') THEN a.said::boolean END
    FROM ticket_type_field f
    CROSS JOIN LATERAL (SELECT answers ->> f.id::text AS said) a
    WHERE f.type_id = type AND a.said <> ''
$$;

CREATE FUNCTION ticket_answers_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM ticket_answer WHERE ticket_id = NEW.id;
    PERFORM ticket_answers_kept(NEW.id, NEW.type_id, NEW.answers);
    RETURN NULL;
END $$;
CREATE TRIGGER ticket_answers_new AFTER INSERT ON ticket
    FOR EACH ROW WHEN (NEW.answers IS NOT NULL) EXECUTE FUNCTION ticket_answers_follow();
CREATE TRIGGER ticket_answers_changed AFTER UPDATE OF answers, type_id ON ticket
    FOR EACH ROW WHEN (OLD.answers IS DISTINCT FROM NEW.answers OR OLD.type_id IS DISTINCT FROM NEW.type_id)
    EXECUTE FUNCTION ticket_answers_follow();

-- Those that are there, with one statement: the function once a ticket takes a hundred times as long.
INSERT INTO ticket_answer (ticket_id, field_id, words, choice, number, day, yes)
SELECT t.id, f.id,
       CASE WHEN f.kind IN ('TEXT', 'LONG_TEXT') THEN left(a.said, 301) END,
       CASE WHEN f.kind = 'CHOICE' THEN left(a.said, 200) END,
       CASE WHEN f.kind = 'NUMBER' AND a.said ~ '^-?\d{1,40}(\.\d{1,40})?$' THEN a.said::numeric END,
       CASE WHEN f.kind = 'DATE' THEN ticket_answer_day(a.said) END,
       CASE WHEN f.kind = 'YES_NO' AND a.said IN ('true', 'false') THEN a.said::boolean END
FROM ticket t
JOIN ticket_type_field f ON f.type_id = t.type_id
CROSS JOIN LATERAL (SELECT t.answers ->> f.id::text AS said) a
WHERE t.answers IS NOT NULL AND a.said <> '';
