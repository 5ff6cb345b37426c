-- as before, and who of them has bought: pages of returns add both up
DROP INDEX campaign_came_quarter;
CREATE INDEX campaign_came_quarter ON campaign_came (quarter_at, campaign_id) INCLUDE (people, converted);
