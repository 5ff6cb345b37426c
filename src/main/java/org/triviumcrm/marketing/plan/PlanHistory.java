package org.triviumcrm.marketing.plan;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of annual plans. */
@Configuration(proxyBeanMethods = false)
class PlanHistory {

    static final String TABLE = "annual_plan";

    @Bean
    HistoryTable historyOfPlans() {
        return new HistoryTable(
                TABLE,
                "marketing.plan.one",
                "name",
                PlanList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "marketing.plan.name"),
                        HistoryField.text("year", "marketing.plan.year"),
                        HistoryField.text("goal", "marketing.plan.goal"),
                        HistoryField.text("note", "marketing.plan.note"),
                        number("expected_participants", "expectedParticipants"),
                        number("expected_leads", "expectedLeads"),
                        number("expected_opportunities", "expectedOpportunities"),
                        number("expected_revenue", "expectedRevenue"),
                        number("budget", "budget"),
                        new HistoryField("owner_id", "marketing.plan.owner", "person")));
    }

    private static HistoryField number(String column, String key) {
        return new HistoryField(column, "marketing.plan." + key, HistoryField.NUMBER);
    }

    @Bean
    HistoryNames namesOfPlans(JdbcClient database) {
        return new RecordNames(database, TABLE);
    }
}
