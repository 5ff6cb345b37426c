package org.triviumcrm.marketing.backlog;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Words of marketing named in a file; those that nobody knows are asked about once. */
abstract class TermReference extends NamedReference {

    private final TermKind kind;

    TermReference(JdbcClient database, TableColumns columns, String key, TermKind kind) {
        super(
                database,
                columns,
                key,
                new ImportTable("marketing_term", "marketing_term", "name", null, false, List.of(), null));
        this.kind = kind;
    }

    @Override
    protected String condition(ImportContext context) {
        return "t.active and t.kind = '" + kind + "'";
    }
}
