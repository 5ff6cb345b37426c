-- How far the quotes that customers have seen were discounted, and how long what was won had taken, read from the index alone.
CREATE INDEX quote_offered ON quote (quoted_on) INCLUDE (owner_id, team_id, discount_percent)
    WHERE state IN ('SENT', 'ACCEPTED', 'DECLINED');
CREATE INDEX opportunity_won_cycle ON opportunity (closed_on) INCLUDE (opened_on, owner_id, team_id) WHERE state = 'WON';
