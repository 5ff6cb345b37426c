package org.triviumcrm.marketing.lead;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of leads. */
@Configuration(proxyBeanMethods = false)
class LeadHistory {

    private static final String STATE = "lead-state";

    @Bean
    HistoryTable historyOfLeads() {
        return new HistoryTable(
                "lead",
                "marketing.lead.one",
                "name",
                LeadList.PATH + "/{id}",
                List.of(
                        HistoryField.text("full_name", "marketing.lead.fullName"),
                        HistoryField.text("company", "marketing.lead.company"),
                        HistoryField.text("job_title", "marketing.lead.jobTitle"),
                        HistoryField.text("email", "marketing.lead.email"),
                        HistoryField.text("phone", "marketing.lead.phone"),
                        HistoryField.text("country", "marketing.lead.country"),
                        HistoryField.text("region", "marketing.lead.region"),
                        HistoryField.text("city", "marketing.lead.city"),
                        HistoryField.text("industry", "marketing.lead.industry"),
                        HistoryField.text("source", "marketing.lead.source"),
                        new HistoryField("campaign_id", "marketing.lead.campaign", "campaign"),
                        HistoryField.text("reference", "marketing.lead.reference"),
                        new HistoryField("no_email", "marketing.lead.noEmail", HistoryField.YES_NO),
                        new HistoryField("no_call", "marketing.lead.noCall", HistoryField.YES_NO),
                        HistoryField.text("note", "marketing.lead.note"),
                        new HistoryField("state", "marketing.lead.state", STATE),
                        HistoryField.text("reason", "marketing.lead.reason"),
                        new HistoryField("customer_id", "marketing.lead.customer", "customer"),
                        new HistoryField("owner_id", "marketing.lead.owner", "person")));
    }

    @Bean
    HistoryNames namesOfLeadStates(MessageSource messages) {
        return new ConstantNames(messages, STATE, "marketing.lead.state.");
    }
}
