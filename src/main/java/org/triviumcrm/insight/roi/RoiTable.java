package org.triviumcrm.insight.roi;

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
import org.triviumcrm.insight.roi.Returns.Line;

/** Returns as a table to take along, with every figure of the page; returns and conversions in per cent. */
@Component
class RoiTable {

    private final MessageSource messages;

    RoiTable(MessageSource messages) {
        this.messages = messages;
    }

    /** @param currency of all amounts */
    List<String> titles(RoiCut cut, String currency) {
        List<String> titles = new ArrayList<>();
        titles.add(text("insight.return.cut." + cut));
        titles.add(text("insight.return.head.roi") + " (%)");
        Stream.of("cost", "revenue", "reported", "pipeline")
                .forEach(head -> titles.add(text("insight.return.head." + head) + " (" + currency + ")"));
        for (String head : List.of("participants", "leads", "deals", "won")) {
            titles.add(text("insight.return.head." + head));
            titles.add(messages.getMessage(
                    "insight.return.per",
                    new Object[] {text("insight.return.head." + head), currency},
                    LocaleContextHolder.getLocale()));
        }
        titles.add(text("insight.return.head.converted"));
        titles.add(text("insight.return.head.conversion") + " (%)");
        return titles;
    }

    List<List<@Nullable Object>> rows(List<Line> lines) {
        return lines.stream().map(RoiTable::row).toList();
    }

    private static List<@Nullable Object> row(Line line) {
        return Arrays.asList(
                line.name(),
                line.roi(),
                cents(line.cost()),
                cents(line.revenue()),
                cents(line.reported()),
                cents(line.pipeline()),
                line.participants(),
                line.costPerParticipant(),
                line.leads(),
                line.costPerLead(),
                line.opportunities(),
                line.costPerOpportunity(),
                line.wins(),
                line.costPerWin(),
                line.converted(),
                line.conversion());
    }

    /** By product they are parts of amounts, with many decimals. */
    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
