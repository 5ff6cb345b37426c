package org.triviumcrm.sales.territory;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of territories. */
@Configuration(proxyBeanMethods = false)
class TerritoryHistory {

    @Bean
    HistoryTable historyOfTerritories() {
        return new HistoryTable(
                "territory",
                "sales.territory.one",
                "name",
                "/sales/territories/{id}/edit",
                List.of(
                        HistoryField.text("name", "sales.territory.name"),
                        new HistoryField("parent_id", "sales.territory.parent", "territory"),
                        new HistoryField("manager_id", "sales.territory.manager", "person"),
                        new HistoryField("team_id", "sales.opportunity.team", "team"),
                        new HistoryField("conditions", "sales.territory.conditions", "territory-conditions"),
                        new HistoryField("active", "sales.territory.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfTerritories(JdbcClient database) {
        return new RecordNames(database, "territory");
    }
}
