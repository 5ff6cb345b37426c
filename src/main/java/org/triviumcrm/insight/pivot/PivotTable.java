package org.triviumcrm.insight.pivot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.pivot.Pivot.Cell;
import org.triviumcrm.insight.pivot.Pivot.Head;
import org.triviumcrm.insight.pivot.Pivot.Row;

/** A pivot as a table to take along. */
@Component
class PivotTable {

    private final MessageSource messages;

    PivotTable(MessageSource messages) {
        this.messages = messages;
    }

    String name(PivotFilter filter) {
        return text("insight.pivot.file") + "-" + filter.from() + "-" + filter.to();
    }

    List<String> titles(Pivot pivot, PivotFilter filter) {
        return Stream.of(
                        Stream.of(text("insight.pivot.by." + filter.byRow())),
                        pivot.columns().stream().map(Head::name),
                        Stream.of(text("insight.pivot.total")))
                .flatMap(titles -> titles)
                .toList();
    }

    List<List<@Nullable Object>> rows(Pivot pivot) {
        return Stream.concat(pivot.rows().stream(), Stream.of(pivot.total()))
                .map(PivotTable::row)
                .toList();
    }

    private static List<@Nullable Object> row(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.name());
        row.cells().stream().map(Cell::value).forEach(values::add);
        values.add(row.total().value());
        return values;
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
