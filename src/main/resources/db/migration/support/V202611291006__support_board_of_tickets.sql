-- The columns of the board: what breaks next first, of those without a promise the latest. What is closed is on no board.
CREATE INDEX ticket_board ON ticket (status, (coalesce(due_at, 'infinity'::timestamptz)), (-id)) INCLUDE (owner_id, team_id, queue_id, promise)
    WHERE status <> 'CLOSED';
