package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.format.Format;

/** A year of quotas as ECharts draws it. */
@Component
class QuotaCharts {

    private final MessageSource messages;
    private final Format format;

    QuotaCharts(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    Map<String, Object> of(QuotaYear year) {
        List<QuotaCell> months = year.monthCells();
        List<Object> attained = new ArrayList<>();
        List<Object> quotas = new ArrayList<>();
        List<Object> trend = new ArrayList<>();
        for (QuotaCell month : months) {
            attained.add(
                    month.href() == null
                            ? Map.of("value", month.attained())
                            : Map.of("value", month.attained(), "href", month.href()));
            quotas.add(Objects.requireNonNullElse(month.amount(), "-"));
            BigDecimal ahead = year.trend().months().get(month.period().start());
            trend.add(ahead == null ? "-" : ahead);
        }
        return Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("bottom", 0),
                "grid",
                Map.of("left", 8, "right", 16, "top", 16, "bottom", 40, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        months.stream()
                                .map(month -> format.month(month.period().start()))
                                .toList()),
                "yAxis",
                Map.of("type", "value"),
                "series",
                List.of(
                        Map.of("name", text("attained"), "type", "bar", "data", attained),
                        Map.of("name", text("quota"), "type", "line", "step", "middle", "data", quotas),
                        Map.of(
                                "name",
                                text("trend"),
                                "type",
                                "line",
                                "lineStyle",
                                Map.of("type", "dashed"),
                                "data",
                                trend)));
    }

    private String text(String line) {
        return messages.getMessage("sales.quota.chart." + line, null, LocaleContextHolder.getLocale());
    }
}
