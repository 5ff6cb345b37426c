-- What was claimed by mistake goes back in one click, and was not lost by who did that.
ALTER TABLE pool_move
    DROP CONSTRAINT pool_move_cause_check,
    ADD CONSTRAINT pool_move_cause_check CHECK (cause IN ('NO_CONTACT', 'NO_PROGRESS', 'OVERDUE', 'OWNER_LEFT', 'RETURNED',
                                                          'TAKEN_BACK', 'CLAIMED', 'ASSIGNED', 'UNDONE'));
