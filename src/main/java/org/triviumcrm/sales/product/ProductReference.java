package org.triviumcrm.sales.product;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.CreatableReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** Products named in a file; unknown ones may be created with no more than their name. */
@Component
class ProductReference extends CreatableReference {

    static final ImportTable TABLE = new ImportTable("product", "product", "name", null, false, List.of(), null);

    ProductReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, writer, "product", TABLE);
    }
}
