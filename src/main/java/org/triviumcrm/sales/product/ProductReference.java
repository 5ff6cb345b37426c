package org.triviumcrm.sales.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportEffect;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.exchange.TableColumns;

/** Products named in a file; unknown ones may be created with no more than their name. */
@Component
class ProductReference extends NamedReference {

    static final ImportTable PRODUCT = new ImportTable("product", "product", "name", null, false, List.of(), null);

    private final RecordWriter writer;

    ProductReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, "product", PRODUCT);
        this.writer = writer;
    }

    @Override
    public boolean creatable() {
        return true;
    }

    @Override
    public Map<String, ImportEffect> create(Map<String, String> kindsByName, ImportContext context) {
        List<String> names = List.copyOf(kindsByName.keySet());
        List<Long> ids = writer.insertRows(
                context,
                PRODUCT,
                names.stream()
                        .map(name -> Map.<String, Object>of("name", name, "active", true))
                        .toList());
        Map<String, ImportEffect> made = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            made.put(names.get(at), new ImportEffect("product", ids.get(at), 0, null));
        }
        return made;
    }
}
