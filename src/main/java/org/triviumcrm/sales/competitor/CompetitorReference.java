package org.triviumcrm.sales.competitor;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Competitors named in a file, of those that can be chosen; who is not in the list is added there by an administrator. */
@Component
class CompetitorReference extends NamedReference {

    private static final ImportTable COMPETITOR =
            new ImportTable("competitor", "competitor", "name", null, false, List.of(), null);

    CompetitorReference(JdbcClient database, TableColumns columns) {
        super(database, columns, "competitor", COMPETITOR);
    }

    @Override
    protected String condition(ImportContext context) {
        return "t.active";
    }
}
