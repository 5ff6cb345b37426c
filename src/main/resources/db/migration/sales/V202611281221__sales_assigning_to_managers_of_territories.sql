-- Rules may give new opportunities to whoever manages the territory in which they lie: then they name nobody.
ALTER TABLE assignment_rule
    DROP CONSTRAINT assignment_rule_target_check,
    DROP CONSTRAINT assignment_rule_check,
    ADD CONSTRAINT assignment_rule_target_check
        CHECK (target IN ('PERSON', 'ROUND_ROBIN', 'LEAST_WORK', 'TERRITORY_MANAGER')),
    ADD CONSTRAINT assignment_rule_names_whom
        CHECK ((target = 'PERSON') = (person_id IS NOT NULL)
           AND (target IN ('ROUND_ROBIN', 'LEAST_WORK')) = (team_id IS NOT NULL));
ALTER TABLE assignment
    DROP CONSTRAINT assignment_cause_check,
    ADD CONSTRAINT assignment_cause_check
        CHECK (cause IN ('PERSON', 'ROUND_ROBIN', 'LEAST_WORK', 'TERRITORY_MANAGER', 'NO_ROOM'));

-- In which territory opportunities were before a bulk action put them into another, so that it can be taken back.
CREATE TABLE territory_former (
    run_id         bigint  NOT NULL REFERENCES bulk_run (id) ON DELETE CASCADE,
    opportunity_id bigint  NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    territory_id   bigint REFERENCES territory (id) ON DELETE SET NULL,
    fixed          boolean NOT NULL,
    PRIMARY KEY (run_id, opportunity_id)
);
CREATE INDEX territory_former_opportunity ON territory_former (opportunity_id);
CREATE INDEX territory_former_territory ON territory_former (territory_id) WHERE territory_id IS NOT NULL;
