package org.triviumcrm.shared.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the records of one table by their name, else by their reference where the table has one. */
public abstract class NamedReference implements ImportReference {

    private static final int MOST = 500;
    private static final String LAST = "\uFFFF";

    protected final JdbcClient database;
    private final TableColumns columns;
    private final String key;
    private final ImportTable table;

    protected NamedReference(JdbcClient database, TableColumns columns, String key, ImportTable table) {
        this.database = database;
        this.columns = columns;
        this.key = key;
        this.table = table;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public List<ImportTable> tables() {
        return creatable() ? List.of(table) : List.of();
    }

    /** Narrows the records to those that can be meant; true for all. */
    protected String condition(ImportContext context) {
        return "true";
    }

    /** Values of the named parameters in {@link #condition}. */
    protected Map<String, Object> parameters(ImportContext context) {
        return Map.of();
    }

    @Override
    public Map<String, Long> find(Collection<String> texts, ImportContext context) {
        Map<String, List<Long>> byName = new HashMap<>();
        boolean references = columns.of(table.table()).containsKey("reference");
        database.sql("""
                        select lower(t.name), t.id from %1$s t
                        where lower(t.name) collate "C" = any(array(select lower(v) from unnest(:texts::text[]) v)) and %2$s
                        """.formatted(table.table(), condition(context)))
                .param("texts", texts.toArray(String[]::new))
                .params(parameters(context))
                .query(row -> {
                    byName.computeIfAbsent(folded(row.getString(1)), any -> new ArrayList<>(1))
                            .add(row.getLong(2));
                });
        Map<String, Long> byReference = new HashMap<>();
        if (references) {
            database.sql("select t.reference, t.id from %s t where t.reference = any(:texts) and %s"
                            .formatted(table.table(), condition(context)))
                    .param("texts", texts.toArray(String[]::new))
                    .params(parameters(context))
                    .query(row -> {
                        byReference.put(row.getString(1), row.getLong(2));
                    });
        }
        Map<String, Long> found = new LinkedHashMap<>();
        for (String text : texts) {
            List<Long> ids = byName.getOrDefault(folded(text), List.of());
            if (ids.size() == 1) {
                found.put(text, ids.get(0));
            } else if (byReference.containsKey(text)) {
                found.put(text, byReference.get(text));
            }
        }
        return found;
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Named> similar(String text, ImportContext context) {
        List<Named> all = beginning("", context);
        return all.size() < MOST ? all : beginning(text.substring(0, Math.min(2, text.length())), context);
    }

    @Override
    public List<Named> choices(String typed, ImportContext context) {
        return beginning(typed, context);
    }

    private List<Named> beginning(String typed, ImportContext context) {
        String start = folded(typed);
        return database.sql("""
                        select t.id, t.name from %s t
                        where lower(t.name) collate "C" >= :start and lower(t.name) collate "C" < :end and %s
                        order by lower(t.name) collate "C" limit :most
                        """.formatted(table.table(), condition(context)))
                .param("start", start)
                .param("end", start + LAST)
                .param("most", MOST)
                .params(parameters(context))
                .query((row, number) -> new Named(row.getLong(1), row.getString(2)))
                .list();
    }
}
