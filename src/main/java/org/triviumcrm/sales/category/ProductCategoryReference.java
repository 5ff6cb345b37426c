package org.triviumcrm.sales.category;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.CreatableReference;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** Categories named in a file; unknown ones may be created at the top of the tree. */
@Component
class ProductCategoryReference extends CreatableReference {

    static final ImportTable TABLE =
            new ImportTable("product_category", "product_category", "name", null, false, List.of(), null);

    ProductCategoryReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, writer, "product_category", TABLE);
    }
}
