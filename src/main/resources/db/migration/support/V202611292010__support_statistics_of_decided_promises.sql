-- The moments at which promises were decided: an index of some rows gives the planner no numbers, and it took a year of them for one in two hundred.
CREATE STATISTICS ticket_promise_decision ON (coalesce(broken_at, settled_at)) FROM ticket_promise;
ANALYZE ticket_promise;
