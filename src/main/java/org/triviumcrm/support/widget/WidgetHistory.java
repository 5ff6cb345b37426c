package org.triviumcrm.support.widget;

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

/** What the history shows of widgets; what they are called outside is not told. */
@Configuration(proxyBeanMethods = false)
class WidgetHistory {

    private static final String LANGUAGE = "widget-language";
    private static final String ASK = "widget-ask";

    @Bean
    HistoryTable historyOfWidgets() {
        return new HistoryTable(
                "chat_widget",
                "support.widget.one",
                "name",
                WidgetController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.widget.name"),
                        new HistoryField("queue_id", "support.widget.queue", "ticket_queue"),
                        HistoryField.text("origins", "support.widget.origins"),
                        HistoryField.text("colour", "support.widget.colour"),
                        new HistoryField("language", "support.widget.language", LANGUAGE),
                        HistoryField.text("title_en", "support.widget.titleEn"),
                        HistoryField.text("title_zh", "support.widget.titleZh"),
                        HistoryField.text("greeting_en", "support.widget.greetingEn"),
                        HistoryField.text("greeting_zh", "support.widget.greetingZh"),
                        HistoryField.text("privacy_en", "support.widget.privacyEn"),
                        HistoryField.text("privacy_zh", "support.widget.privacyZh"),
                        new HistoryField("asks_name", "support.widget.asksName", ASK),
                        new HistoryField("asks_email", "support.widget.asksEmail", ASK),
                        new HistoryField("offline", "support.widget.offline", HistoryField.YES_NO),
                        new HistoryField("keeps_hours", "support.widget.keepsHours", HistoryField.YES_NO),
                        new HistoryField("suggests", "support.widget.suggests", HistoryField.YES_NO),
                        new HistoryField("wait_minutes", "support.widget.waitMinutes", HistoryField.NUMBER),
                        new HistoryField("most_chats", "support.widget.mostChats", HistoryField.NUMBER),
                        new HistoryField("active", "support.widget.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfWidgetLanguages(MessageSource messages) {
        return new ConstantNames(messages, LANGUAGE, "support.widget.language.");
    }

    @Bean
    HistoryNames namesOfWidgetQuestions(MessageSource messages) {
        return new ConstantNames(messages, ASK, "support.widget.ask.");
    }

    @Bean
    HistoryNames namesOfWidgets(JdbcClient database) {
        return new RecordNames(database, "chat_widget");
    }
}
