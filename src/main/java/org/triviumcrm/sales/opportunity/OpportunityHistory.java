package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of opportunities. */
@Configuration(proxyBeanMethods = false)
class OpportunityHistory {

    @Bean
    HistoryTable historyOfOpportunities() {
        return new HistoryTable(
                "opportunity",
                "sales.opportunity.one",
                "name",
                "/sales/opportunities/{id}",
                List.of(
                        HistoryField.text("name", "sales.opportunity.name"),
                        HistoryField.text("reference", "sales.opportunity.reference"),
                        new HistoryField("customer_id", "sales.opportunity.customer", "customer"),
                        new HistoryField("contact_id", "sales.opportunity.contact", "contact"),
                        new HistoryField("product_id", "sales.opportunity.product", "product"),
                        new HistoryField("pipeline_id", "sales.opportunity.pipeline", "pipeline"),
                        new HistoryField("stage_id", "sales.opportunity.stage", "stage"),
                        new HistoryField("state", "sales.opportunity.state", "opportunity-state"),
                        new HistoryField("finish", "sales.opportunity.finish", "opportunity-finish"),
                        new HistoryField("suspended_until", "sales.opportunity.suspendedUntil", HistoryField.DATE),
                        HistoryField.text("suspend_reason", "sales.opportunity.suspendReason"),
                        new HistoryField("amount", "sales.opportunity.amount", HistoryField.NUMBER),
                        HistoryField.text("currency", "sales.opportunity.currency"),
                        new HistoryField("probability", "sales.opportunity.probability", HistoryField.NUMBER),
                        new HistoryField("expected_close_date", "sales.opportunity.expectedClose", HistoryField.DATE),
                        new HistoryField("forecast_choice", "sales.opportunity.forecast", "forecast-category"),
                        new HistoryField("opened_on", "sales.opportunity.openedOn", HistoryField.DATE),
                        new HistoryField("closed_on", "sales.opportunity.closedOn", HistoryField.DATE),
                        new HistoryField("lost_reason_id", "sales.opportunity.lostReason", "lost_reason"),
                        new HistoryField("competitor_id", "sales.opportunity.competitor", "competitor"),
                        HistoryField.text("closing_note", "sales.opportunity.closingNote"),
                        HistoryField.text("lessons", "sales.opportunity.lessons"),
                        HistoryField.text("description", "sales.opportunity.description"),
                        HistoryField.text("next_step", "sales.opportunity.nextStep"),
                        new HistoryField("owner_id", "sales.opportunity.owner", "person"),
                        new HistoryField("territory_id", "sales.territory.one", "territory")));
    }

    @Bean
    HistoryNames namesOfOpportunityStates(MessageSource messages) {
        return new ConstantNames(messages, "opportunity-state", "sales.state.");
    }

    @Bean
    HistoryNames namesOfFinishes(MessageSource messages) {
        return new ConstantNames(messages, "opportunity-finish", "sales.finish.");
    }
}
