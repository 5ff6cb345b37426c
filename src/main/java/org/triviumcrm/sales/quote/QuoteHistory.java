package org.triviumcrm.sales.quote;

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

/** What the history shows of quotes. */
@Configuration(proxyBeanMethods = false)
class QuoteHistory {

    @Bean
    HistoryTable historyOfQuotes() {
        return new HistoryTable(
                QuoteList.NOUN,
                "sales.quote.one",
                "name",
                QuoteList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "sales.quote.name"),
                        new HistoryField("opportunity_id", "sales.quote.opportunity", "opportunity"),
                        new HistoryField("customer_id", "sales.quote.customer", "customer"),
                        new HistoryField("contact_id", "sales.quote.contact", "contact"),
                        HistoryField.text("language", "sales.quote.language"),
                        HistoryField.text("currency", "sales.quote.currency"),
                        new HistoryField("price_list_id", "sales.quote.priceList", "price_list"),
                        new HistoryField("gross", "sales.quote.gross", HistoryField.YES_NO),
                        new HistoryField("quoted_on", "sales.quote.quotedOn", HistoryField.DATE),
                        new HistoryField("valid_until", "sales.quote.validUntil", HistoryField.DATE),
                        new HistoryField("discount_kind", "sales.quote.discountKind", "quote-discount"),
                        new HistoryField("discount_value", "sales.quote.discountValue", HistoryField.NUMBER),
                        HistoryField.text("introduction", "sales.quote.introduction"),
                        HistoryField.text("terms", "sales.quote.terms"),
                        HistoryField.text("note", "sales.quote.note"),
                        new HistoryField("net", "sales.quote.net", HistoryField.NUMBER),
                        new HistoryField("total", "sales.quote.total", HistoryField.NUMBER),
                        new HistoryField("state", "sales.quote.state", "quote-state"),
                        new HistoryField("owner_id", "sales.quote.owner", "person")));
    }

    @Bean
    HistoryNames namesOfQuotes(JdbcClient database) {
        return new RecordNames(database, QuoteList.NOUN);
    }

    @Bean
    HistoryNames namesOfQuoteStates(MessageSource messages) {
        return new ConstantNames(messages, "quote-state", "sales.quote.state.");
    }

    @Bean
    HistoryNames namesOfQuoteDiscounts(MessageSource messages) {
        return new ConstantNames(messages, "quote-discount", "sales.quote.discountKind.");
    }
}
