package org.triviumcrm.sales.price;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of price lists and prices. */
@Configuration(proxyBeanMethods = false)
class PriceHistory {

    @Bean
    HistoryTable historyOfPriceLists() {
        return new HistoryTable(
                "price_list",
                "sales.price.list.one",
                "name",
                "/sales/price-lists/{id}",
                List.of(
                        HistoryField.text("name", "shared.name.name"),
                        HistoryField.text("currency", "sales.price.currency"),
                        HistoryField.text("region", "sales.price.region"),
                        HistoryField.text("level", "sales.price.level"),
                        new HistoryField("valid_from", "sales.price.validFrom", HistoryField.DATE),
                        new HistoryField("valid_to", "sales.price.validTo", HistoryField.DATE),
                        new HistoryField("position", "sales.price.position", HistoryField.NUMBER),
                        new HistoryField("gross", "sales.price.gross", HistoryField.YES_NO),
                        HistoryField.text("note", "sales.price.note"),
                        new HistoryField("active", "shared.name.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryTable historyOfPrices() {
        return new HistoryTable(
                "price",
                "sales.price.one",
                "name",
                "/sales/prices/{id}/edit",
                List.of(
                        new HistoryField("price_list_id", "sales.price.list.one", "price_list"),
                        new HistoryField("min_quantity", "sales.price.minQuantity", HistoryField.NUMBER),
                        new HistoryField("amount", "sales.price.amount", HistoryField.NUMBER)));
    }

    @Bean
    HistoryNames namesOfPriceLists(JdbcClient database) {
        return new RecordNames(database, "price_list");
    }
}
