package org.triviumcrm.shared.list;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what a choice offers and what its values are called. */
@Repository
class ChoiceRepository {

    private final JdbcClient jdbc;

    ChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Choice> rows(Choices.Rows rows, String beginning, int most) {
        String folded = SortKey.folded(rows.label());
        return jdbc.sql("select id, " + rows.label() + " as label from " + rows.table() + " where " + folded
                        + " like :beginning order by " + folded + ", id limit " + most)
                .param("beginning", pattern(beginning))
                .query((row, number) -> new Choice(row.getString("id"), row.getString("label")))
                .list();
    }

    /** What the values that are ids are called; those that are none, or of no row, are left out. */
    Map<String, String> labels(Choices.Rows rows, Collection<String> values) {
        List<Long> ids = values.stream()
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, " + rows.label() + " as label from " + rows.table() + " where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> new Choice(row.getString("id"), row.getString("label")))
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::value, Choice::text));
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

    private static String pattern(String beginning) {
        return beginning
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_") + "%";
    }
}
