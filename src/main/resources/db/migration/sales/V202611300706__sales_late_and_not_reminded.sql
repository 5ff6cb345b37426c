-- What is open and nobody was reminded of: at a million payments most old ones are paid, and the list walked past all of them.
CREATE INDEX instalment_unreminded ON instalment (due_on, id) INCLUDE (owner_id, team_id, state, binding)
    WHERE reminded IS NULL AND state IN ('OPEN', 'PARTLY');
