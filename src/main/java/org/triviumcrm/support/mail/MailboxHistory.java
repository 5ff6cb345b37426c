package org.triviumcrm.support.mail;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;

/** What the history shows of mailboxes; never a password. */
@Configuration(proxyBeanMethods = false)
class MailboxHistory {

    private static final String SECURITY = "mailbox-security";

    @Bean
    HistoryTable historyOfMailboxes() {
        return new HistoryTable(
                "mailbox",
                "support.mailbox.one",
                "name",
                MailboxController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.mailbox.name"),
                        HistoryField.text("address", "support.mailbox.address"),
                        HistoryField.text("host", "support.mailbox.host"),
                        new HistoryField("port", "support.mailbox.port", HistoryField.NUMBER),
                        new HistoryField("security", "support.mailbox.security", SECURITY),
                        HistoryField.text("user_name", "support.mailbox.userName"),
                        HistoryField.text("folder", "support.mailbox.folder"),
                        new HistoryField("queue_id", "support.mailbox.queue", "ticket_queue"),
                        new HistoryField("type_id", "support.mailbox.type", "ticket_type"),
                        new HistoryField("from_start", "support.mailbox.fromStart", HistoryField.YES_NO),
                        new HistoryField("plus_addresses", "support.mailbox.plusAddresses", HistoryField.YES_NO),
                        new HistoryField("acknowledges", "support.mailbox.acknowledges", HistoryField.YES_NO),
                        HistoryField.text("acknowledgement", "support.mailbox.acknowledgement"),
                        new HistoryField("active", "support.mailbox.active", HistoryField.YES_NO)),
                List.of());
    }

    @Bean
    HistoryNames namesOfMailboxSecurities(MessageSource messages) {
        return new ConstantNames(messages, SECURITY, "support.mailbox.security.");
    }
}
