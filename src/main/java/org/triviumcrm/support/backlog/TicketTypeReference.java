package org.triviumcrm.support.backlog;

import java.util.ArrayList;
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

/** Types of tickets named in a file; unknown ones may be created, behind those that are there. */
@Component
class TicketTypeReference extends NamedReference {

    static final String KEY = "ticket-type";

    private static final ImportTable TYPE =
            new ImportTable(KEY, "ticket_type", "name", null, false, List.of("ticket_type_field.type_id"), null);

    private final RecordWriter writer;

    TicketTypeReference(JdbcClient database, TableColumns columns, RecordWriter writer) {
        super(database, columns, KEY, TYPE);
        this.writer = writer;
    }

    @Override
    protected String condition(ImportContext context) {
        return "t.active";
    }

    @Override
    public boolean creatable() {
        return true;
    }

    @Override
    public Map<String, ImportEffect> create(Map<String, String> kindsByName, ImportContext context) {
        int position = database.sql("select coalesce(max(position), 0) from ticket_type")
                .query(Integer.class)
                .single();
        List<String> names = List.copyOf(kindsByName.keySet());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String name : names) {
            position++;
            rows.add(Map.of("name", name, "position", position, "active", true));
        }
        List<Long> ids = writer.insertRows(context, TYPE, rows);
        Map<String, ImportEffect> made = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            made.put(names.get(at), new ImportEffect(TYPE.recordType(), ids.get(at), 0, null));
        }
        return made;
    }
}
