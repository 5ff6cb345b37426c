package org.triviumcrm.customer.customer;

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

/** Customers named in a file; unknown ones may be created with no more than their name. */
@Component
class CustomerReference extends NamedReference {

    static final ImportTable CUSTOMER = new ImportTable(
            "customer",
            "customer",
            "name",
            "/customers/{id}",
            true,
            List.of(),
            "exists (select 1 from activity a where a.about_type = 'customer' and a.about_id = r.id)");

    private final RecordWriter writer;

    CustomerReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, "customer", CUSTOMER);
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
                CUSTOMER,
                names.stream().map(name -> Map.<String, Object>of("name", name)).toList());
        Map<String, ImportEffect> made = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            made.put(names.get(at), new ImportEffect("customer", ids.get(at), 0, null));
        }
        return made;
    }
}
