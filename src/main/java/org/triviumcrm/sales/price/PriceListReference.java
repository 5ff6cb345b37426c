package org.triviumcrm.sales.price;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Price lists named in a file, of those that are there: a new one needs a currency, which a file of prices does not say. */
@Component
class PriceListReference extends NamedReference {

    PriceListReference(JdbcClient database, TableColumns columns) {
        super(
                database,
                columns,
                "price_list",
                new ImportTable("price_list", "price_list", "name", null, false, List.of(), null));
    }
}
