package org.triviumcrm.support.type;

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

/** What the history shows of types of tickets. */
@Configuration(proxyBeanMethods = false)
class TypeHistory {

    private static final String KIND = "answer-kind";

    @Bean
    HistoryTable historyOfTicketTypes() {
        return new HistoryTable(
                "ticket_type",
                "support.type.one",
                "name",
                TypeController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.type.name"),
                        new HistoryField("open", "support.type.open", HistoryField.YES_NO),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfTicketTypeFields() {
        return new HistoryTable(
                "ticket_type_field",
                "support.type.field.one",
                "name",
                TypeController.PATH,
                List.of(
                        HistoryField.text("name", "support.type.field.name"),
                        new HistoryField("type_id", "support.type.one", "ticket_type"),
                        new HistoryField("kind", "support.type.field.kind", KIND),
                        HistoryField.text("choices", "support.type.field.choices"),
                        new HistoryField("required", "support.type.field.required", HistoryField.YES_NO),
                        new HistoryField("active", "support.type.field.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfTicketTypes(JdbcClient database) {
        return new RecordNames(database, "ticket_type");
    }

    @Bean
    HistoryNames namesOfAnswerKinds(MessageSource messages) {
        return new ConstantNames(messages, KIND, "support.type.kind.");
    }
}
