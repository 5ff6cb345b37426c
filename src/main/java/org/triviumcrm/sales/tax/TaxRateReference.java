package org.triviumcrm.sales.tax;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Tax rates named in a file, of those that apply; how much one comes to is said by an administrator, never by a file. */
@Component
class TaxRateReference extends NamedReference {

    private static final ImportTable TABLE =
            new ImportTable("tax_rate", "tax_rate", "name", null, false, List.of(), null);

    TaxRateReference(JdbcClient database, TableColumns columns) {
        super(database, columns, "tax_rate", TABLE);
    }

    @Override
    protected String condition(ImportContext context) {
        return "t.active";
    }
}
