package org.triviumcrm.insight.winloss;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.insight.winloss.WinLoss.Rate;
import tools.jackson.databind.json.JsonMapper;

/** Amounts won and lost month by month for ECharts; each bar leads to its rows. */
@Component
class WinLossChart {

    private final JsonMapper json;
    private final MessageSource messages;

    WinLossChart(JsonMapper json, MessageSource messages) {
        this.json = json;
        this.messages = messages;
    }

    String of(List<Rate> months) {
        return json.writeValueAsString(Map.of(
                "tooltip",
                Map.of("trigger", "axis"),
                "legend",
                Map.of("top", 0),
                "grid",
                Map.of("left", 8, "right", 8, "top", 32, "bottom", 8, "containLabel", true),
                "xAxis",
                Map.of(
                        "type",
                        "category",
                        "data",
                        months.stream().map(Rate::name).toList()),
                "yAxis",
                Map.of("type", "value"),
                "series",
                List.of(
                        bars("WON", "#2fb344", months, one -> Map.of("value", one.wonAmount(), "href", one.wonHref())),
                        bars(
                                "LOST",
                                "#d63939",
                                months,
                                one -> Map.of("value", one.lostAmount(), "href", one.lostHref())))));
    }

    private Map<String, Object> bars(
            String state, String colour, List<Rate> months, Function<Rate, Map<String, Object>> item) {
        return Map.of(
                "type",
                "bar",
                "name",
                messages.getMessage("sales.state." + state, null, LocaleContextHolder.getLocale()),
                "itemStyle",
                Map.of("color", colour),
                "data",
                months.stream().map(item).toList());
    }
}
