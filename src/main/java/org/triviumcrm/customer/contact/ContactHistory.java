package org.triviumcrm.customer.contact;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of contacts. */
@Configuration(proxyBeanMethods = false)
class ContactHistory {

    @Bean
    HistoryTable historyOfContacts() {
        return new HistoryTable(
                "contact",
                "customer.contact.one",
                "name",
                "/contacts/{id}",
                List.of(
                        HistoryField.text("name", "customer.contact.name"),
                        HistoryField.text("reference", "customer.contact.reference"),
                        new HistoryField("customer_id", "customer.contact.customer", "customer"),
                        HistoryField.text("job_title", "customer.contact.jobTitle"),
                        HistoryField.text("email", "customer.contact.email"),
                        HistoryField.text("phone", "customer.contact.phone"),
                        HistoryField.text("mobile", "customer.contact.mobile"),
                        new HistoryField("birthday", "customer.contact.birthday", HistoryField.DATE),
                        new HistoryField("no_email", "customer.contact.noEmail", HistoryField.YES_NO),
                        new HistoryField("no_call", "customer.contact.noCall", HistoryField.YES_NO),
                        HistoryField.text("note", "customer.contact.note"),
                        new HistoryField("owner_id", "customer.contact.owner", "person")));
    }

    @Bean
    HistoryNames namesOfContacts(JdbcClient database) {
        return new RecordNames(database, "contact");
    }
}
