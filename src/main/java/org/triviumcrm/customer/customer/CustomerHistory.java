package org.triviumcrm.customer.customer;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of customers. */
@Configuration(proxyBeanMethods = false)
class CustomerHistory {

    @Bean
    HistoryTable historyOfCustomers() {
        return new HistoryTable(
                "customer",
                "customer.customer.one",
                "name",
                "/customers/{id}",
                List.of(
                        HistoryField.text("name", "customer.customer.name"),
                        HistoryField.text("reference", "customer.customer.reference"),
                        new HistoryField("parent_id", "customer.customer.parent", "customer"),
                        HistoryField.text("industry", "customer.customer.industry"),
                        HistoryField.text("level", "customer.customer.level"),
                        HistoryField.text("country", "customer.customer.country"),
                        HistoryField.text("region", "customer.customer.region"),
                        HistoryField.text("city", "customer.customer.city"),
                        HistoryField.text("address", "customer.customer.address"),
                        HistoryField.text("phone", "customer.customer.phone"),
                        HistoryField.text("website", "customer.customer.website"),
                        HistoryField.text("email", "customer.customer.email"),
                        new HistoryField("employees", "customer.customer.employees", HistoryField.NUMBER),
                        new HistoryField("annual_revenue", "customer.customer.annualRevenue", HistoryField.NUMBER),
                        HistoryField.text("currency", "customer.customer.currency"),
                        HistoryField.text("founded_year", "customer.customer.foundedYear"),
                        new HistoryField("no_email", "customer.customer.noEmail", HistoryField.YES_NO),
                        new HistoryField("no_call", "customer.customer.noCall", HistoryField.YES_NO),
                        HistoryField.text("note", "customer.customer.note"),
                        new HistoryField("owner_id", "customer.customer.owner", "person")));
    }

    @Bean
    HistoryNames namesOfCustomers(JdbcClient database) {
        return new RecordNames(database, "customer");
    }
}
