package org.triviumcrm.marketing.result;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of reported days. */
@Configuration(proxyBeanMethods = false)
class ResultHistory {

    @Bean
    HistoryTable historyOfResults() {
        return new HistoryTable(
                "campaign_result",
                "marketing.result.one",
                "name",
                ResultList.PATH + "/{id}/edit",
                List.of(
                        new HistoryField("campaign_id", "marketing.result.campaign", "campaign"),
                        new HistoryField("on_date", "marketing.result.onDate", HistoryField.DATE),
                        new HistoryField("impressions", "marketing.result.impressions", HistoryField.NUMBER),
                        new HistoryField("clicks", "marketing.result.clicks", HistoryField.NUMBER),
                        new HistoryField("leads", "marketing.result.leads", HistoryField.NUMBER),
                        new HistoryField("orders", "marketing.result.orders", HistoryField.NUMBER),
                        new HistoryField("revenue", "marketing.result.revenue", HistoryField.NUMBER),
                        HistoryField.text("currency", "form.currency")));
    }
}
