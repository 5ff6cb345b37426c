package org.triviumcrm.marketing.cost;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of costs. */
@Configuration(proxyBeanMethods = false)
class CostHistory {

    @Bean
    HistoryTable historyOfCosts() {
        return new HistoryTable(
                "campaign_cost",
                "marketing.cost.one",
                "name",
                CostList.PATH + "/{id}/edit",
                List.of(
                        new HistoryField("campaign_id", "marketing.cost.campaign", "campaign"),
                        new HistoryField("on_date", "marketing.cost.onDate", HistoryField.DATE),
                        new HistoryField("category_id", "marketing.cost.category", "marketing_term"),
                        HistoryField.text("supplier", "marketing.cost.supplier"),
                        new HistoryField("amount", "marketing.cost.amount", HistoryField.NUMBER),
                        HistoryField.text("currency", "form.currency"),
                        HistoryField.text("note", "marketing.cost.note")));
    }
}
