package org.triviumcrm.marketing.campaign;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of campaigns. */
@Configuration(proxyBeanMethods = false)
class CampaignHistory {

    @Bean
    HistoryTable historyOfCampaigns() {
        return new HistoryTable(
                "campaign",
                "marketing.campaign.one",
                "name",
                "/marketing/campaigns/{id}",
                List.of(
                        HistoryField.text("name", "marketing.campaign.name"),
                        HistoryField.text("reference", "marketing.campaign.reference"),
                        new HistoryField("method_id", "marketing.campaign.method", "marketing_term"),
                        HistoryField.text("region", "marketing.campaign.region"),
                        new HistoryField("parent_id", "marketing.campaign.parent", "campaign"),
                        new HistoryField("plan_id", "marketing.campaign.plan", "annual_plan"),
                        new HistoryField("start_on", "marketing.campaign.startOn", HistoryField.DATE),
                        new HistoryField("end_on", "marketing.campaign.endOn", HistoryField.DATE),
                        HistoryField.text("goal", "marketing.campaign.goal"),
                        HistoryField.text("note", "marketing.campaign.note"),
                        new HistoryField(
                                "expected_participants",
                                "marketing.campaign.expectedParticipants",
                                HistoryField.NUMBER),
                        new HistoryField(
                                "expected_opportunities",
                                "marketing.campaign.expectedOpportunities",
                                HistoryField.NUMBER),
                        new HistoryField("expected_revenue", "marketing.campaign.expectedRevenue", HistoryField.NUMBER),
                        HistoryField.text("currency", "marketing.campaign.currency"),
                        new HistoryField("budget", "marketing.campaign.budget", HistoryField.NUMBER),
                        new HistoryField("state", "marketing.campaign.state", "campaign-state"),
                        new HistoryField("owner_id", "marketing.campaign.owner", "person")));
    }

    @Bean
    HistoryNames namesOfCampaigns(JdbcClient database) {
        return new RecordNames(database, "campaign");
    }

    @Bean
    HistoryNames namesOfCampaignStates(MessageSource messages) {
        return new ConstantNames(messages, "campaign-state", "marketing.state.");
    }
}
