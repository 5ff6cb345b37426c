package org.triviumcrm.marketing.roster;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.NamedReference;
import org.triviumcrm.shared.exchange.TableColumns;

/** Records that a file names, of those that the importing person sees. */
public abstract class SeenReference extends NamedReference {

    private final Viewers viewers;
    private final String recordType;

    protected SeenReference(JdbcClient database, TableColumns columns, Viewers viewers, ImportTable table) {
        super(database, columns, table.recordType(), table);
        this.viewers = viewers;
        this.recordType = table.recordType();
    }

    private Scope scope(ImportContext context) {
        return viewers.find(context.personId()).orElseThrow().scope(recordType);
    }

    @Override
    protected String condition(ImportContext context) {
        return scope(context).sql("t");
    }

    @Override
    protected Map<String, Object> parameters(ImportContext context) {
        return scope(context).parameters();
    }
}
