package org.triviumcrm.sales.contract;

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

/** What the history shows of contracts. */
@Configuration(proxyBeanMethods = false)
class ContractHistory {

    @Bean
    HistoryTable historyOfContracts() {
        return new HistoryTable(
                ContractList.NOUN,
                "sales.contract.one",
                "name",
                ContractList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "sales.quote.name"),
                        new HistoryField("opportunity_id", "sales.quote.opportunity", "opportunity"),
                        new HistoryField("customer_id", "sales.quote.customer", "customer"),
                        new HistoryField("contact_id", "sales.quote.contact", "contact"),
                        HistoryField.text("language", "sales.quote.language"),
                        HistoryField.text("currency", "sales.quote.currency"),
                        new HistoryField("price_list_id", "sales.quote.priceList", "price_list"),
                        new HistoryField("gross", "sales.quote.gross", HistoryField.YES_NO),
                        new HistoryField("dated_on", "sales.contract.datedOn", HistoryField.DATE),
                        new HistoryField("starts_on", "sales.contract.startsOn", HistoryField.DATE),
                        new HistoryField("ends_on", "sales.contract.endsOn", HistoryField.DATE),
                        new HistoryField("notice_days", "sales.contract.noticeDays", HistoryField.NUMBER),
                        new HistoryField("renewal", "sales.contract.renewal", "contract-renewal"),
                        new HistoryField("renewal_months", "sales.contract.renewalMonths", HistoryField.NUMBER),
                        new HistoryField("remind_days", "sales.contract.remindDays", HistoryField.NUMBER),
                        new HistoryField("effective_on", "sales.contract.effectiveOn", HistoryField.DATE),
                        new HistoryField("discount_kind", "sales.quote.discountKind", "quote-discount"),
                        new HistoryField("discount_value", "sales.quote.discountValue", HistoryField.NUMBER),
                        HistoryField.text("introduction", "sales.quote.introduction"),
                        HistoryField.text("terms", "sales.quote.terms"),
                        HistoryField.text("note", "sales.quote.note"),
                        new HistoryField("net", "sales.quote.net", HistoryField.NUMBER),
                        new HistoryField("total", "sales.quote.total", HistoryField.NUMBER),
                        new HistoryField("signatory_id", "sales.contract.signatory", "person"),
                        HistoryField.text("their_signatory", "sales.contract.theirSignatory"),
                        HistoryField.text("their_role", "sales.contract.theirRole"),
                        new HistoryField("signed_on", "sales.contract.signedOn", HistoryField.DATE),
                        new HistoryField("state", "sales.contract.state", "contract-state"),
                        new HistoryField("owner_id", "sales.quote.owner", "person")));
    }

    @Bean
    HistoryNames namesOfContracts(JdbcClient database) {
        return new RecordNames(database, ContractList.NOUN);
    }

    @Bean
    HistoryNames namesOfContractStates(MessageSource messages) {
        return new ConstantNames(messages, "contract-state", "sales.contract.state.");
    }

    @Bean
    HistoryNames namesOfContractRenewals(MessageSource messages) {
        return new ConstantNames(messages, "contract-renewal", "sales.contract.renewal.");
    }
}
