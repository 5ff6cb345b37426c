package org.triviumcrm.insight.tickets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.tickets.TicketReport.Line;

/** The report as a table to take along; times in hours, shares in per cent. */
@Component
class TicketTable {

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private final MessageSource messages;

    TicketTable(MessageSource messages) {
        this.messages = messages;
    }

    List<String> titles(TicketCut cut) {
        List<String> titles = new ArrayList<>();
        titles.add(text("insight.tickets.cut." + cut));
        Stream.of("opened", "answered").forEach(head -> titles.add(head(head)));
        Stream.of("response", "slowResponse").forEach(head -> titles.add(hours(head)));
        titles.add(head("solved"));
        Stream.of("solution", "slowSolution", "work").forEach(head -> titles.add(hours(head)));
        titles.add(head("reopened"));
        titles.add(head("reopenRate") + " (%)");
        Stream.of("kept", "broken").forEach(head -> titles.add(head(head)));
        titles.add(head("keptRate") + " (%)");
        Stream.of("rated", "rating").forEach(head -> titles.add(head(head)));
        titles.add(head("satisfiedRate") + " (%)");
        return titles;
    }

    List<List<@Nullable Object>> rows(List<Line> lines) {
        return lines.stream().map(TicketTable::row).toList();
    }

    private static List<@Nullable Object> row(Line line) {
        TicketRow row = line.figures();
        return Arrays.asList(
                line.name(),
                row.opened(),
                row.answered(),
                hours(row.response()),
                hours(row.slowResponse()),
                row.solved(),
                hours(row.solution()),
                hours(row.slowSolution()),
                hours(row.work()),
                row.reopened(),
                line.reopenRate(),
                row.kept(),
                row.broken(),
                line.keptRate(),
                row.rated(),
                row.rating(),
                line.satisfiedRate());
    }

    private static @Nullable BigDecimal hours(@Nullable BigDecimal seconds) {
        return seconds == null ? null : seconds.divide(HOUR, 2, RoundingMode.HALF_UP);
    }

    private String head(String head) {
        return text("insight.tickets.head." + head);
    }

    private String hours(String head) {
        return messages.getMessage("insight.tickets.hours", new Object[] {head(head)}, LocaleContextHolder.getLocale());
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
