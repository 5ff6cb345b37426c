-- A calendar asks for the campaigns that run on any of some days.
CREATE INDEX campaign_by_days ON campaign USING gist (daterange(start_on, end_on, '[]'));
