package org.triviumcrm.exchange.dataimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.exchange.dataimport.ValueAnswer.Action;

/** The texts of an import that have to be explained, and the explanations of earlier ones. */
@Repository
class ValueRepository {

    /** A text and how often it stands in the file. */
    record Counted(String value, long rows) {}

    /** What was answered before for the same text. */
    record Remembered(String value, Action action, @Nullable String recordName) {}

    private final JdbcClient database;

    ValueRepository(JdbcClient database) {
        this.database = database;
    }

    /** The distinct texts of a column, in the order of their first appearance from {@code after} on. */
    List<Counted> distinct(long importId, int column, Collection<String> nothing) {
        return database.sql("""
                        select btrim(cells[:column], E' \\t\\r\\n') as value, count(*) as rows
                        from import_row
                        where import_id = :id and btrim(cells[:column], E' \\t\\r\\n') <> ''
                          and lower(btrim(cells[:column], E' \\t\\r\\n')) <> all (:nothing)
                        group by 1
                        order by min(position)
                        """)
                .param("id", importId)
                .param("column", column + 1)
                .param("nothing", nothing.toArray(String[]::new))
                .query((row, number) -> new Counted(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Which of the texts stand in another column of the same file, whatever their case. */
    List<String> inColumn(long importId, int column, Collection<String> values) {
        return database.sql("""
                        select v from unnest(:values::text[]) v
                        where lower(v) in (select lower(btrim(cells[:column])) from import_row where import_id = :id)
                        """)
                .param("id", importId)
                .param("column", column + 1)
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Which of the texts stand as names in rows that were refused; a duplicate's first row was not. */
    List<String> ofRefusedRows(long importId, int column, Collection<String> values) {
        return database.sql("""
                        select v from unnest(:values::text[]) v
                        where lower(v) in (select lower(btrim(cells[:column])) from import_refusal
                                           where import_id = :id and message_key not in (:harmless))
                        """)
                .param("id", importId)
                .param("column", column + 1)
                .param(
                        "harmless",
                        List.of("exchange.refusal.duplicate", "exchange.refusal.parent", "exchange.refusal.itself"))
                .param("values", values.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void clear(long importId, String field, Collection<String> stillAsked) {
        database.sql("""
                        delete from import_value
                        where import_id = :id and field = :field and value <> all (:values::text[])
                        """)
                .param("id", importId)
                .param("field", field)
                .param("values", stillAsked.toArray(String[]::new))
                .update();
    }

    void add(long importId, List<ValueAnswer> values) {
        database.sql("""
                        insert into import_value
                            (import_id, field, value, rows, action, kind, record_id, suggestion_id, suggestion_name)
                        select :id, * from unnest(:fields::text[], :values::text[], :rows::bigint[], :actions::text[],
                                                  :kinds::text[], :records::bigint[], :suggestions::bigint[], :names::text[])
                        on conflict (import_id, field, value) do update set rows = excluded.rows
                        """)
                .param("id", importId)
                .param("fields", values.stream().map(ValueAnswer::field).toArray(String[]::new))
                .param("values", values.stream().map(ValueAnswer::value).toArray(String[]::new))
                .param("rows", values.stream().map(ValueAnswer::rows).toArray(Long[]::new))
                .param(
                        "actions",
                        values.stream().map(value -> value.action().name()).toArray(String[]::new))
                .param("kinds", values.stream().map(ValueAnswer::kind).toArray(String[]::new))
                .param("records", values.stream().map(ValueAnswer::recordId).toArray(Long[]::new))
                .param(
                        "suggestions",
                        values.stream().map(ValueAnswer::suggestionId).toArray(Long[]::new))
                .param("names", values.stream().map(ValueAnswer::suggestionName).toArray(String[]::new))
                .update();
    }

    /** The texts asked, field by field, the most frequent first. */
    List<ValueAnswer> asked(long importId, int limit) {
        return database.sql("""
                        select * from import_value where import_id = :id
                        order by field, rows desc, value limit :limit
                        """)
                .param("id", importId)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    long unanswered(long importId) {
        return database.sql("select count(*) from import_value where import_id = :id and not answered")
                .param("id", importId)
                .query(Long.class)
                .single();
    }

    List<ValueAnswer> answers(long importId, String field, Collection<String> values) {
        return database.sql("""
                        select * from import_value
                        where import_id = :id and field = :field and value = any(:values::text[]) order by value
                        """)
                .param("id", importId)
                .param("field", field)
                .param("values", values.toArray(String[]::new))
                .query((row, number) -> read(row))
                .list();
    }

    /** The texts that become new records, the most frequent first. */
    List<ValueAnswer> toCreate(long importId, String field) {
        return database.sql("""
                        select * from import_value
                        where import_id = :id and field = :field and action = 'CREATE' and record_id is null
                        order by rows desc, value
                        """)
                .param("id", importId)
                .param("field", field)
                .query((row, number) -> read(row))
                .list();
    }

    void answer(long importId, String field, String value, Action action, String kind, @Nullable Long recordId) {
        database.sql("""
                        update import_value set action = :action, kind = :kind, record_id = :record, answered = true
                        where import_id = :id and field = :field and value = :value
                        """)
                .param("action", action.name())
                .param("kind", kind)
                .param("record", recordId, Types.BIGINT)
                .param("id", importId)
                .param("field", field)
                .param("value", value)
                .update();
    }

    /** Answers all texts of a field that are not answered yet, or of all fields. */
    void answerRest(long importId) {
        database.sql("update import_value set answered = true where import_id = :id")
                .param("id", importId)
                .update();
    }

    List<Remembered> remembered(String reference, Collection<String> values) {
        return database.sql("""
                        select value, action, record_name from import_answer
                        where reference = :reference and value = any(:values::text[])
                        """)
                .param("reference", reference)
                .param("values", values.toArray(String[]::new))
                .query((row, number) ->
                        new Remembered(row.getString(1), Action.valueOf(row.getString(2)), row.getString(3)))
                .list();
    }

    void remember(String reference, String value, Action action, @Nullable String recordName, Instant now) {
        database.sql("""
                        insert into import_answer (reference, value, action, record_name, updated_at)
                        values (:reference, lower(:value), :action, :record, :now)
                        on conflict (reference, value) do update
                        set action = excluded.action, record_name = excluded.record_name, updated_at = excluded.updated_at
                        """)
                .param("reference", reference)
                .param("value", value)
                .param("action", action.name())
                .param("record", recordName)
                .param("now", ImportRepository.time(now))
                .update();
    }

    private static ValueAnswer read(ResultSet row) throws SQLException {
        return new ValueAnswer(
                row.getString("field"),
                row.getString("value"),
                row.getLong("rows"),
                Action.valueOf(row.getString("action")),
                row.getString("kind"),
                row.getObject("record_id", Long.class),
                row.getObject("suggestion_id", Long.class),
                row.getString("suggestion_name"),
                row.getBoolean("answered"));
    }
}
