package org.triviumcrm.sales.unit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.CreatableReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** Units named in a file; unknown ones may be created. */
@Component
class ProductUnitReference extends CreatableReference {

    static final ImportTable TABLE =
            new ImportTable("product_unit", "product_unit", "name", null, false, List.of(), null);

    ProductUnitReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, writer, "product_unit", TABLE);
    }
}
