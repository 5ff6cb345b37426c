-- Lists leave out what is archived, and show it when asked: each index that a list goes through without a look at the rows
-- carries it. They are many, and alike in this.
DO
$$
DECLARE
    list record;
BEGIN
    FOR list IN SELECT indexname, indexdef FROM pg_indexes
                WHERE schemaname = current_schema() AND tablename = 'opportunity'
                  AND (indexname LIKE 'opportunity\_list\_%' OR indexname = 'opportunity_customer')
                  AND indexdef LIKE '%INCLUDE (%'
        LOOP
            EXECUTE format('DROP INDEX %I', list.indexname);
            EXECUTE replace(list.indexdef, 'INCLUDE (', 'INCLUDE (finish, ');
        END LOOP;
END
$$;
CREATE INDEX opportunity_list_finish_created ON opportunity (finish, created_at, id) INCLUDE (owner_id, team_id, base_amount);
-- Nearly all that is asked for by these is archived; what is not stands in the other indexes.
CREATE INDEX opportunity_list_finish_closed ON opportunity (finish, closed_on, id)
    INCLUDE (owner_id, team_id, base_amount) WHERE finish <> 'NONE';
CREATE INDEX opportunity_list_competitor ON opportunity (competitor_id, id) INCLUDE (finish, owner_id, team_id, base_amount);
CREATE INDEX opportunity_list_suspended ON opportunity (suspended_until, id) INCLUDE (owner_id, team_id, base_amount);

-- An open stage holds suspended opportunities as well: what has been in it too long is told from the index.
DROP INDEX opportunity_board_entered;
DROP INDEX opportunity_board_owner;
DROP INDEX opportunity_board_team;
CREATE INDEX opportunity_board_entered ON opportunity (stage_id, stage_entered_at DESC, id DESC)
    INCLUDE (state, finish, owner_id, team_id, base_amount);
CREATE INDEX opportunity_board_owner ON opportunity (owner_id, stage_id, stage_entered_at DESC, id DESC) INCLUDE (state);
CREATE INDEX opportunity_board_team ON opportunity (team_id, stage_id, stage_entered_at DESC, id DESC) INCLUDE (state);
