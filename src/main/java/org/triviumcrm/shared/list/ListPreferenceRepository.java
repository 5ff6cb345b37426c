package org.triviumcrm.shared.list;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each person and list; written as a whole. */
@Repository
class ListPreferenceRepository {

    private final JdbcClient jdbc;

    ListPreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ListPreference find(long personId, ListDefinition definition) {
        return jdbc.sql(
                        "select coalesce(view_id, 0) as view, columns, page_size from list_preference where person_id = :person and noun = :noun")
                .param("person", personId)
                .param("noun", definition.noun())
                .query((row, number) -> new ListPreference(
                        row.getLong("view"),
                        ListParameters.columns(definition, row.getString("columns")),
                        row.getInt("page_size")))
                .optional()
                .orElse(ListPreference.NONE);
    }

    void openWith(long personId, String noun, long view) {
        write(personId, noun, "view_id", view == 0 ? null : view);
    }

    void show(long personId, String noun, List<String> columns) {
        write(personId, noun, "columns", String.join(",", columns));
    }

    void size(long personId, String noun, int rows) {
        write(personId, noun, "page_size", rows);
    }

    private void write(long personId, String noun, String column, @org.jspecify.annotations.Nullable Object value) {
        jdbc.sql("insert into list_preference (person_id, noun, " + column + ") values (:person, :noun, :value)"
                        + " on conflict (person_id, noun) do update set " + column + " = excluded." + column)
                .param("person", personId)
                .param("noun", noun)
                .param("value", value)
                .update();
    }
}
