package org.triviumcrm.customer.value;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** How many customers were in each class, month by month, as a chart for ECharts. */
@Component
class MoveChart {

    private final JsonMapper json;
    private final MessageSource messages;
    private final Format format;

    MoveChart(JsonMapper json, MessageSource messages, Format format) {
        this.json = json;
        this.messages = messages;
        this.format = format;
    }

    /** @param classes of A, B and C, in this order */
    public record Month(YearMonth month, List<Standing> classes) {}

    /** @param amount that they brought, in the company's currency */
    public record Standing(ValueClass valueClass, long customers, BigDecimal amount) {}

    static List<Month> months(List<MonthRepository.Standing> standings) {
        Map<YearMonth, List<Standing>> months = new TreeMap<>();
        for (MonthRepository.Standing one : standings) {
            List<Standing> classes = months.computeIfAbsent(one.month(), key -> none());
            classes.set(one.valueClass().ordinal(), new Standing(one.valueClass(), one.customers(), one.amount()));
        }
        return months.entrySet().stream()
                .map(entry -> new Month(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<Standing> none() {
        List<Standing> none = new ArrayList<>();
        for (ValueClass one : ValueClass.values()) {
            none.add(new Standing(one, 0, BigDecimal.ZERO));
        }
        return none;
    }

    /** Each bar leads to who has moved in its month. */
    String stacked(List<Month> months, String path, String measure) {
        List<Object> series = new ArrayList<>();
        for (ValueClass one : ValueClass.values()) {
            series.add(Map.of(
                    "name",
                    text("customer.value.class." + one),
                    "type",
                    "bar",
                    "stack",
                    "classes",
                    "data",
                    months.stream()
                            .map(month -> item(month, one, path, measure))
                            .toList()));
        }
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                Map.of("left", 8, "right", 8, "top", 36, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        months.stream()
                                .map(month -> format.month(month.month()))
                                .toList()),
                "yAxis",
                Map.of("type", "value", "minInterval", 1),
                "series",
                series));
    }

    private static Map<String, Object> item(Month month, ValueClass one, String path, String measure) {
        return Map.of(
                "value",
                month.classes().get(one.ordinal()).customers(),
                "href",
                path + "?measure=" + measure + "&from=" + month.month().minusMonths(1) + "&to=" + month.month());
    }

    private String text(String key) {
        return String.valueOf(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
