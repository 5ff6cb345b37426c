package org.triviumcrm.shared.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Like {@link NamedReference}, of records that may be created with no more than their name when a file names one that is not there. */
public abstract class CreatableReference extends NamedReference {

    private final String key;
    private final ImportTable table;
    private final RecordWriter writer;

    protected CreatableReference(
            JdbcClient database, TableColumns columns, RecordWriter writer, String key, ImportTable table) {
        super(database, columns, key, table);
        this.key = key;
        this.table = table;
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
                table,
                names.stream()
                        .map(name -> Map.<String, Object>of("name", name, "active", true))
                        .toList());
        Map<String, ImportEffect> made = new LinkedHashMap<>();
        for (int at = 0; at < names.size(); at++) {
            made.put(names.get(at), new ImportEffect(key, ids.get(at), 0, null));
        }
        return made;
    }
}
