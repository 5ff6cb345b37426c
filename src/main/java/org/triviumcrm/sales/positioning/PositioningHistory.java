package org.triviumcrm.sales.positioning;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of axes and offers. */
@Configuration(proxyBeanMethods = false)
class PositioningHistory {

    @Bean
    HistoryTable historyOfMarketAxes() {
        return new HistoryTable(
                "market_axis",
                "sales.position.axis",
                "name",
                "/sales/positioning/axes/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("name_zh", "sales.unit.nameZh"),
                        new HistoryField("kind", "sales.position.kind", "sales.position.kind"),
                        HistoryField.text("unit", "sales.position.unit"),
                        new HistoryField("better", "sales.position.better", "sales.position.better"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfMarketOffers() {
        return new HistoryTable(
                "market_offer",
                "sales.position.offer",
                "name",
                "/sales/positioning/offers/{id}/edit",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        new HistoryField("competitor_id", "sales.competitor.one", "competitor"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfMarketAxes(JdbcClient database) {
        return new RecordNames(database, "market_axis");
    }

    @Bean
    HistoryNames namesOfMarketOffers(JdbcClient database) {
        return new RecordNames(database, "market_offer");
    }
}
