package org.triviumcrm.insight.roi;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.roi.Brought.Paper;
import org.triviumcrm.insight.roi.Brought.Row;

/** What campaigns have brought as a table to take along. */
@Component
class BroughtTable {

    private final MessageSource messages;

    BroughtTable(MessageSource messages) {
        this.messages = messages;
    }

    /** @param currency of all amounts */
    List<String> titles(String currency) {
        return List.of(
                text("insight.brought.opportunity"),
                text("insight.return.cut.CAMPAIGN"),
                text("insight.brought.outcome"),
                text("insight.brought.on"),
                text("insight.brought.worth") + " (" + currency + ")",
                text("insight.brought.share") + " (%)",
                text("insight.brought.amount") + " (" + currency + ")",
                text("insight.brought.contract"));
    }

    /** Made while they are read. */
    Iterable<List<@Nullable Object>> rows(Iterator<Row> rows) {
        return () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                return cells(rows.next());
            }
        };
    }

    /** Parts of products have many decimals. */
    private List<@Nullable Object> cells(Row row) {
        return Arrays.asList(
                row.opportunity(),
                row.campaign(),
                text("insight.brought.outcome." + row.outcome()),
                row.countedOn().toString(),
                row.worth(),
                row.share(),
                row.amount().setScale(2, RoundingMode.HALF_UP),
                row.contracts().stream().map(Paper::number).distinct().collect(Collectors.joining(", ")));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
