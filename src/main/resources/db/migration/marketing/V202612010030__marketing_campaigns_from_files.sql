-- Made by an import as something of the past: only that goes from planned to running or over at once. A reason that somebody types stands
-- with other steps, and says nothing of where a campaign came from, whatever its words are.
CREATE VIEW campaign_from_file AS
SELECT s.campaign_id FROM campaign_state_change s
WHERE s.from_state = 'PLANNED' AND s.to_state IN ('RUNNING', 'COMPLETED') AND s.reason = 'marketing.campaign.change.imported';
