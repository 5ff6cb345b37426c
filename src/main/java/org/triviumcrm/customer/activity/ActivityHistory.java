package org.triviumcrm.customer.activity;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of calls, meetings, notes and tasks. */
@Configuration(proxyBeanMethods = false)
class ActivityHistory {

    private static final String KIND = "activity-kind";
    private static final String COST_KIND = "activity-cost-kind";

    @Bean
    HistoryTable historyOfActivities() {
        return new HistoryTable(
                "activity",
                "customer.activity.one",
                "subject",
                "",
                List.of(
                        new HistoryField("kind", "customer.activity.kind", KIND),
                        HistoryField.text("subject", "customer.activity.subject.short"),
                        HistoryField.text("body", "customer.activity.body"),
                        new HistoryField("at", "customer.activity.at", HistoryField.INSTANT),
                        new HistoryField("ends_at", "customer.activity.ends", HistoryField.INSTANT),
                        new HistoryField("first_day", "customer.activity.firstDay", HistoryField.DATE),
                        new HistoryField("last_day", "customer.activity.lastDay", HistoryField.DATE),
                        HistoryField.text("place", "customer.activity.place"),
                        HistoryField.text("outcome", "customer.activity.outcome"),
                        new HistoryField("cancelled_at", "customer.activity.cancelled", HistoryField.INSTANT),
                        new HistoryField("minutes", "customer.activity.minutes", HistoryField.NUMBER),
                        new HistoryField("cost_kind", "customer.activity.cost.kind", COST_KIND),
                        new HistoryField("cost", "customer.activity.cost", HistoryField.NUMBER),
                        HistoryField.text("cost_currency", "customer.activity.cost.currency"),
                        new HistoryField("done_at", "customer.task.done", HistoryField.INSTANT)));
    }

    @Bean
    HistoryNames namesOfActivityKinds(MessageSource messages) {
        return new ConstantNames(messages, KIND, "customer.activity.");
    }

    @Bean
    HistoryNames namesOfCostKinds(MessageSource messages) {
        return new ConstantNames(messages, COST_KIND, "customer.activity.cost.");
    }
}
