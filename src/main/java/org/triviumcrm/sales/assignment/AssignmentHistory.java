package org.triviumcrm.sales.assignment;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of rules for new opportunities and of what people can have. */
@Configuration(proxyBeanMethods = false)
class AssignmentHistory {

    @Bean
    HistoryTable historyOfAssignmentRules() {
        return new HistoryTable(
                "assignment_rule",
                "sales.assignment.one",
                "name",
                "/administration/assignment/{id}/edit",
                List.of(
                        HistoryField.text("name", "sales.assignment.name"),
                        new HistoryField("position", "sales.stage.position", HistoryField.NUMBER),
                        new HistoryField("conditions", "sales.assignment.conditions", "assignment-conditions"),
                        new HistoryField("target", "sales.assignment.target", "assignment-target"),
                        new HistoryField("person_id", "sales.assignment.person", "person"),
                        new HistoryField("team_id", "sales.opportunity.team", "team"),
                        new HistoryField("active", "sales.assignment.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfAssignmentCapacities() {
        return new HistoryTable(
                "assignment_capacity",
                "sales.assignment.capacity.one",
                "name",
                "",
                List.of(
                        new HistoryField("person_id", "sales.assignment.person", "person"),
                        new HistoryField("max_open", "sales.assignment.maxOpen", HistoryField.NUMBER),
                        new HistoryField("max_value", "sales.assignment.maxValue", HistoryField.NUMBER)));
    }

    @Bean
    HistoryNames namesOfAssignmentTargets(MessageSource messages) {
        return new ConstantNames(messages, "assignment-target", "sales.assignment.target.");
    }
}
