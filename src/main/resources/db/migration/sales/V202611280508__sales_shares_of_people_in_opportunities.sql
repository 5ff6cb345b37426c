-- Whose success an opportunity is: shares of people, always 100 % together; without any, all of it is the owner's. What has been
-- replaced stays with its end. Amounts follow the opportunity to the cent.
CREATE SEQUENCE opportunity_split_seq INCREMENT BY 50;
CREATE TABLE opportunity_split (
    id             bigint        NOT NULL PRIMARY KEY,
    opportunity_id bigint        NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    number         int           NOT NULL,
    person_id      bigint        NOT NULL REFERENCES person (id),
    percent        numeric(5, 2) NOT NULL CHECK (percent > 0 AND percent <= 100),
    amount         numeric(19, 2),
    base_amount    numeric(19, 2),
    since          timestamptz   NOT NULL,
    cause          varchar(10)   NOT NULL CHECK (cause IN ('SET', 'OWNER', 'REOPENED', 'EARNED')),
    set_by         bigint REFERENCES person (id),
    fixed_at       timestamptz,
    ended_at       timestamptz
);
COMMENT ON COLUMN opportunity_split.number IS 'shares of the same number belong together';
COMMENT ON COLUMN opportunity_split.cause IS
    'SET by somebody; the share of an OWNER went along to the next; REOPENED after winning; EARNED by who gave away what was won';
CREATE UNIQUE INDEX opportunity_split_once ON opportunity_split (opportunity_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX opportunity_split_opportunity ON opportunity_split (opportunity_id, number);
CREATE INDEX opportunity_split_person ON opportunity_split (person_id, ended_at) INCLUDE (opportunity_id);
CREATE INDEX opportunity_split_set_by ON opportunity_split (set_by) WHERE set_by IS NOT NULL;
CREATE INDEX opportunity_split_fixed ON opportunity_split (opportunity_id) INCLUDE (person_id, base_amount)
    WHERE ended_at IS NULL AND fixed_at IS NOT NULL;

-- Each share in whole cents, rounded down; the cents that are left go to the greatest remainders, so that all is given away.
CREATE FUNCTION opportunity_split_value(opportunity bigint) RETURNS void
    LANGUAGE sql AS
$$
UPDATE opportunity_split s
SET amount = v.amount, base_amount = v.base_amount
FROM (SELECT c.id,
             (c.cents + CASE WHEN row_number() OVER (ORDER BY c.exact - c.cents DESC, c.person_id)
                                  <= c.total - sum(c.cents) OVER () THEN 1 ELSE 0 END) * 0.01 AS amount,
             (c.base_cents + CASE WHEN row_number() OVER (ORDER BY c.base_exact - c.base_cents DESC, c.person_id)
                                       <= c.base_total - sum(c.base_cents) OVER () THEN 1 ELSE 0 END) * 0.01 AS base_amount
      FROM (SELECT x.id, x.person_id, o.amount * 100 AS total, o.base_amount * 100 AS base_total,
                   o.amount * x.percent AS exact, floor(o.amount * x.percent) AS cents,
                   o.base_amount * x.percent AS base_exact, floor(o.base_amount * x.percent) AS base_cents
            FROM opportunity_split x JOIN opportunity o ON o.id = x.opportunity_id
            WHERE x.opportunity_id = opportunity AND x.ended_at IS NULL) c) v
WHERE s.id = v.id AND (s.amount IS DISTINCT FROM v.amount OR s.base_amount IS DISTINCT FROM v.base_amount);
$$;

-- What is written stays: nobody changes a share, or what has ended or was fixed; they are replaced by others.
CREATE FUNCTION opportunity_split_stays() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF pg_trigger_depth() = 1 THEN
            RAISE EXCEPTION 'a share goes with its opportunity only' USING ERRCODE = 'TS001';
        END IF;
        RETURN OLD;
    END IF;
    IF (OLD.opportunity_id, OLD.number, OLD.person_id, OLD.percent, OLD.since, OLD.cause)
           IS DISTINCT FROM (NEW.opportunity_id, NEW.number, NEW.person_id, NEW.percent, NEW.since, NEW.cause)
        OR OLD.ended_at IS NOT NULL
        OR OLD.fixed_at IS NOT NULL AND NEW.fixed_at IS DISTINCT FROM OLD.fixed_at THEN
        RAISE EXCEPTION 'a share is never changed' USING ERRCODE = 'TS001';
    END IF;
    IF OLD.fixed_at IS NOT NULL AND NEW.ended_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM opportunity WHERE id = NEW.opportunity_id AND state = 'WON') THEN
        RAISE EXCEPTION 'what is won is shared for good' USING ERRCODE = 'TS001';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER opportunity_split_stays BEFORE UPDATE OR DELETE ON opportunity_split
    FOR EACH ROW EXECUTE FUNCTION opportunity_split_stays();

-- At the end of each transaction the shares in force are none, or 100 % and the whole amount, all of one kind.
CREATE FUNCTION opportunity_split_whole() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    target bigint := coalesce(NEW.opportunity_id, OLD.opportunity_id);
    whole  boolean;
BEGIN
    -- Who changes the same shares at the same time waits, and then counts what the other has made of them.
    PERFORM 1 FROM opportunity WHERE id = target FOR NO KEY UPDATE;
    SELECT sum(s.percent) = 100 AND count(DISTINCT s.number) = 1 AND count(s.fixed_at) IN (0, count(*))
               AND sum(s.amount) IS NOT DISTINCT FROM o.amount AND sum(s.base_amount) IS NOT DISTINCT FROM o.base_amount
    INTO whole
    FROM opportunity_split s JOIN opportunity o ON o.id = s.opportunity_id
    WHERE s.opportunity_id = target AND s.ended_at IS NULL
    GROUP BY o.id;
    IF NOT coalesce(whole, true) THEN
        RAISE EXCEPTION 'the shares of opportunity % are not 100 %%', target USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER opportunity_split_whole AFTER INSERT OR UPDATE OR DELETE ON opportunity_split
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opportunity_split_whole();

-- Whatever changes an opportunity (a page, an import, a transfer of many), its shares follow: fixed on winning, a copy that can be
-- changed on reopening, the owner's share to the next owner while it is undecided; and what was won stays with who won it.
CREATE FUNCTION opportunity_split_follow() RETURNS trigger
    LANGUAGE plpgsql AS
$$
DECLARE
    last int;
BEGIN
    SELECT max(number) INTO last FROM opportunity_split WHERE opportunity_id = NEW.id AND ended_at IS NULL;
    IF last IS NULL THEN
        IF OLD.state = 'WON' AND NEW.state = 'WON' AND OLD.owner_id <> NEW.owner_id THEN
            INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause, fixed_at)
            SELECT nextval('opportunity_split_seq'), NEW.id, coalesce(max(number), 0) + 1, OLD.owner_id, 100, NEW.updated_at,
                   'EARNED', NEW.updated_at
            FROM opportunity_split WHERE opportunity_id = NEW.id;
            PERFORM opportunity_split_value(NEW.id);
        END IF;
        RETURN NULL;
    END IF;
    IF OLD.state = 'WON' AND NEW.state <> 'WON' THEN
        UPDATE opportunity_split SET ended_at = NEW.updated_at WHERE opportunity_id = NEW.id AND ended_at IS NULL;
        INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
        SELECT nextval('opportunity_split_seq'), NEW.id, last + 1, person_id, percent, NEW.updated_at, 'REOPENED'
        FROM opportunity_split WHERE opportunity_id = NEW.id AND number = last AND cause <> 'EARNED';
        last := last + 1;
    END IF;
    IF NOT (OLD.state = 'WON' AND NEW.state = 'WON') AND OLD.owner_id <> NEW.owner_id
        AND EXISTS (SELECT 1 FROM opportunity_split
                    WHERE opportunity_id = NEW.id AND ended_at IS NULL AND person_id = OLD.owner_id) THEN
        UPDATE opportunity_split SET ended_at = NEW.updated_at WHERE opportunity_id = NEW.id AND ended_at IS NULL;
        INSERT INTO opportunity_split (id, opportunity_id, number, person_id, percent, since, cause)
        SELECT nextval('opportunity_split_seq'), NEW.id, last + 1, g.person_id, g.percent, NEW.updated_at, 'OWNER'
        FROM (SELECT CASE person_id WHEN OLD.owner_id THEN NEW.owner_id ELSE person_id END AS person_id,
                     sum(percent) AS percent
              FROM opportunity_split WHERE opportunity_id = NEW.id AND number = last GROUP BY 1) g;
    END IF;
    IF NEW.state = 'WON' AND OLD.state <> 'WON' THEN
        UPDATE opportunity_split SET fixed_at = NEW.updated_at WHERE opportunity_id = NEW.id AND ended_at IS NULL;
    END IF;
    PERFORM opportunity_split_value(NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER opportunity_split_follow AFTER UPDATE ON opportunity
    FOR EACH ROW
    WHEN (OLD.owner_id <> NEW.owner_id OR OLD.state <> NEW.state OR OLD.amount IS DISTINCT FROM NEW.amount
              OR OLD.base_amount <> NEW.base_amount)
    EXECUTE FUNCTION opportunity_split_follow();
