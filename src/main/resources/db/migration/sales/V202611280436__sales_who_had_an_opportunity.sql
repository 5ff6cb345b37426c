-- Who gave an opportunity to whom: whatever changes the owner, one at a time or many at once, is noted here.
CREATE SEQUENCE ownership_change_seq INCREMENT BY 1;
-- People are never deleted, and a look at the table of people for each of them would cost a bulk transfer as much as the rest:
-- so they are no foreign keys.
CREATE TABLE ownership_change (
    id             bigint      NOT NULL PRIMARY KEY DEFAULT nextval('ownership_change_seq'),
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    from_person_id bigint      NOT NULL,
    to_person_id   bigint      NOT NULL,
    at             timestamptz NOT NULL,
    by_person_id   bigint,
    cause          varchar(200),
    CHECK (from_person_id <> to_person_id)
);
CREATE INDEX ownership_change_opportunity ON ownership_change (opportunity_id, at, id);

-- By whom and why comes from whoever knows it, for the rest of the transaction; cause is a message key and, after a #, its number.
CREATE FUNCTION ownership_noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ownership_change (opportunity_id, from_person_id, to_person_id, at, by_person_id, cause)
    SELECT n.id, o.owner_id, n.owner_id, n.updated_at, nullif(current_setting('trivium.giver', true), '')::bigint,
           nullif(current_setting('trivium.cause', true), '')
    FROM new_rows n JOIN old_rows o ON o.id = n.id
    WHERE o.owner_id <> n.owner_id ORDER BY n.id;
    RETURN NULL;
END $$;
CREATE TRIGGER opportunity_ownership AFTER UPDATE ON opportunity
    REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ownership_noted();

-- What is known of the time before: the history of the field.
INSERT INTO ownership_change (opportunity_id, from_person_id, to_person_id, at, by_person_id, cause)
SELECT x.id, x.before, x.owner_id, r.at, w.id, left(r.cause, 200)
FROM (SELECT a.id, a.rev, a.owner_id, lag(a.owner_id) OVER (PARTITION BY a.id ORDER BY a.rev) AS before
      FROM opportunity_aud a WHERE a.owner_id IS NOT NULL) x
JOIN revision r ON r.id = x.rev
JOIN opportunity o ON o.id = x.id
JOIN person b ON b.id = x.before
JOIN person n ON n.id = x.owner_id
LEFT JOIN person w ON w.id = r.person_id
WHERE x.before <> x.owner_id
ORDER BY r.at, x.rev;
