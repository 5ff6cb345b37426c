-- People who see an opportunity, and may work on it, besides its owner. A row that has ended stays: who could see what, and when.
CREATE SEQUENCE opportunity_member_seq INCREMENT BY 50;
CREATE TABLE opportunity_member (
    id             bigint      NOT NULL PRIMARY KEY,
    opportunity_id bigint      NOT NULL REFERENCES opportunity (id) ON DELETE CASCADE,
    person_id      bigint      NOT NULL REFERENCES person (id),
    access         varchar(4)  NOT NULL CHECK (access IN ('VIEW', 'EDIT')),
    until          date,
    added_at       timestamptz NOT NULL,
    added_by       bigint REFERENCES person (id),
    ended_at       timestamptz,
    ended_by       bigint REFERENCES person (id)
);
CREATE UNIQUE INDEX opportunity_member_once ON opportunity_member (opportunity_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX opportunity_member_opportunity ON opportunity_member (opportunity_id, added_at);
-- Read with the viewer of each request.
CREATE INDEX opportunity_member_person ON opportunity_member (person_id, ended_at) INCLUDE (opportunity_id, access, until);
CREATE INDEX opportunity_member_added_by ON opportunity_member (added_by) WHERE added_by IS NOT NULL;
CREATE INDEX opportunity_member_ended_by ON opportunity_member (ended_by) WHERE ended_by IS NOT NULL;

-- Roles as they are: who may work on the own opportunities may let others help.
INSERT INTO role_permission (role_id, permission)
SELECT role_id, 'sales.opportunity.share' FROM role_permission WHERE permission = 'sales.opportunity.edit'
ON CONFLICT DO NOTHING;
