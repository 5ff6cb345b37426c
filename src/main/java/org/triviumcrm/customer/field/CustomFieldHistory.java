package org.triviumcrm.customer.field;

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

/** What the history shows of custom fields themselves. */
@Configuration(proxyBeanMethods = false)
class CustomFieldHistory {

    private static final String KIND = "custom-field-kind";
    private static final String NOUN = "custom-field-noun";

    @Bean
    HistoryTable historyOfCustomFields() {
        return new HistoryTable(
                "custom_field",
                "customer.field.one",
                "name",
                FieldController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "customer.field.name"),
                        HistoryField.text("chinese", "customer.field.chinese"),
                        new HistoryField("noun", "customer.field.noun", NOUN),
                        new HistoryField("kind", "customer.field.kind", KIND),
                        HistoryField.text("help", "customer.field.help"),
                        HistoryField.text("chinese_help", "customer.field.chineseHelp"),
                        new HistoryField("required", "customer.field.required", HistoryField.YES_NO),
                        HistoryField.text("initial", "customer.field.initial"),
                        new HistoryField("sensitive", "customer.field.sensitive", HistoryField.YES_NO),
                        new HistoryField("growing", "customer.field.growing", HistoryField.YES_NO),
                        new HistoryField("position", "customer.field.position", HistoryField.NUMBER),
                        new HistoryField("active", "customer.field.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfCustomChoices() {
        return new HistoryTable(
                "custom_choice",
                "customer.field.choice.one",
                "name",
                FieldController.PATH,
                List.of(
                        HistoryField.text("name", "customer.field.choice.name"),
                        HistoryField.text("chinese", "customer.field.choice.chinese"),
                        new HistoryField("field_id", "customer.field.one", "custom_field"),
                        new HistoryField("position", "customer.field.position", HistoryField.NUMBER),
                        new HistoryField("active", "customer.field.choice.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfCustomFields(JdbcClient database) {
        return new RecordNames(database, "custom_field");
    }

    @Bean
    HistoryNames namesOfCustomFieldKinds(MessageSource messages) {
        return new ConstantNames(messages, KIND, "customer.field.kind.");
    }

    @Bean
    HistoryNames namesOfCustomFieldNouns(MessageSource messages) {
        return new ConstantNames(messages, NOUN, "search.group.");
    }
}
