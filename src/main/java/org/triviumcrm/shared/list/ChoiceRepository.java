package org.triviumcrm.shared.list;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what a choice offers and what its values are called. */
@Repository
class ChoiceRepository {

    private final JdbcClient jdbc;

    ChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that begin with what is typed first, then those that contain it. */
    List<Choice> rows(Choices.Rows rows, ListReader reader, String typed, int most) {
        String folded = SortKey.folded(rows.label());
        var scope = scope(rows, reader);
        boolean anywhere = typed.codePointCount(0, typed.length()) > 1;
        String own = " from " + rows.table() + " r where " + (scope == null ? "true" : scope.sql("r"));
        String found = "(select r.id" + own + " and " + folded + " like :beginning order by " + folded + ", r.id limit "
                + most + ")";
        if (anywhere) {
            String pieces = rows.records() ? " and r.search_pieces @> search_pieces(:typed)" : "";
            found += " union (select r.id" + own + pieces + " and position(search_fold(:typed) in search_fold("
                    + rows.label() + ")) > 0 limit " + most + ")";
        }
        var statement = jdbc.sql("with found as materialized (" + found + ") select r.id, " + rows.label()
                        + " as label from " + rows.table() + " r where r.id in (select id from found) order by not "
                        + folded + " like :beginning, " + folded + ", r.id limit " + most)
                .param("beginning", pattern(typed));
        if (anywhere) {
            statement = statement.param("typed", typed);
        }
        return (scope == null ? statement : statement.params(scope.parameters()))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("label")))
                .list();
    }

    /** What the values that are ids are called; those that are none, or of no row the reader sees, are left out. */
    Map<String, String> labels(Choices.Rows rows, ListReader reader, Collection<String> values) {
        List<Long> ids = values.stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        var scope = scope(rows, reader);
        var statement = jdbc.sql("select r.id, " + rows.label() + " as label from " + rows.table()
                        + " r where r.id in (:ids) and " + (scope == null ? "true" : scope.sql("r")))
                .param("ids", ids);
        return (scope == null ? statement : statement.params(scope.parameters()))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("label"))).list().stream()
                        .collect(Collectors.toMap(Choice::value, Choice::text));
    }

    private static @Nullable RowScope scope(Choices.Rows rows, ListReader reader) {
        return rows.records() ? reader.scope(rows.table()) : null;
    }

    /** Skips through the index from one text to the next greater one, however many rows share it. */
    List<Choice> distinct(Choices.Distinct distinct, int most) {
        String column = SortKey.inWords(distinct.column());
        String table = distinct.table();
        return jdbc
                .sql("with recursive text(v) as ((select " + column + " from " + table + " where " + column
                        + " is not null order by " + column + " limit 1) union all select (select " + column + " from "
                        + table + " where " + column + " > text.v order by " + column
                        + " limit 1) from text where text.v is not null) select v from text where v is not null limit "
                        + most)
                .query(String.class)
                .list()
                .stream()
                .map(text -> new Choice(text, text))
                .toList();
    }

    /** What a text in lower case is like that begins so. */
    static String pattern(String beginning) {
        return beginning
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_") + "%";
    }
}
