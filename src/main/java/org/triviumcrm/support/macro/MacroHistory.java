package org.triviumcrm.support.macro;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of macros. */
@Configuration(proxyBeanMethods = false)
class MacroHistory {

    private static final String OWNER = "macro-owner";

    @Bean
    HistoryTable historyOfMacros() {
        return new HistoryTable(
                "macro",
                "support.macro.one",
                "name",
                MacroController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.macro.name"),
                        new HistoryField("position", "support.macro.position", HistoryField.NUMBER),
                        new HistoryField("queue_id", "support.macro.queue", "ticket_queue"),
                        HistoryField.text("text_en", "support.macro.text.EN"),
                        HistoryField.text("text_zh", "support.macro.text.ZH"),
                        new HistoryField("note", "support.macro.note", HistoryField.YES_NO),
                        new HistoryField("status", "support.ticket.status", "ticket-status"),
                        new HistoryField("priority", "support.ticket.priority", "ticket-priority"),
                        new HistoryField("type_id", "support.ticket.type", "ticket_type"),
                        new HistoryField("new_queue_id", "support.ticket.queue", "ticket_queue"),
                        new HistoryField("new_owner", "support.ticket.owner", OWNER),
                        new HistoryField("active", "support.macro.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfMacroOwners(MessageSource messages) {
        return new ConstantNames(messages, OWNER, "support.macro.owner.");
    }
}
