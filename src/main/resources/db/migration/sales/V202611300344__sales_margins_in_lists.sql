-- The lists of quotes and contracts by their margin, for those who may see it.
CREATE INDEX quote_by_margin ON quote (margin_percent, id) INCLUDE (owner_id, team_id);
CREATE INDEX contract_by_margin ON contract (margin_percent, id) INCLUDE (owner_id, team_id);
