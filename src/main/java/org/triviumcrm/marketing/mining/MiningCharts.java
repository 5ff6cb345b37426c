package org.triviumcrm.marketing.mining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.marketing.mining.measure.ScoreCurve;
import org.triviumcrm.marketing.mining.tree.Mined;
import org.triviumcrm.marketing.mining.tree.Node;
import org.triviumcrm.marketing.mining.tree.Tree;
import tools.jackson.databind.json.JsonMapper;

/** What was learned as charts for ECharts; a leaf of the tree leads to its sentence. */
@Component
class MiningCharts {

    private static final int GROUPS = 10;

    /** So many pixels has a group, and a question beside it. */
    private static final int LINE = 34;

    private static final int QUESTION = 150;

    /** What is not in per cent. */
    private static final String TIMES = "marketing.mining.lift.y";

    private final JsonMapper json;
    private final MiningWords words;
    private final MessageSource messages;

    MiningCharts(JsonMapper json, MiningWords words, MessageSource messages) {
        this.json = json;
        this.words = words;
        this.messages = messages;
    }

    /** Can be dragged and zoomed; the greener, the likelier. */
    String tree(Mined mined, Map<String, MiningAttribute> known, Locale locale) {
        double most = mined.tree().nodes().stream()
                .mapToDouble(node -> node.share().value())
                .max()
                .orElse(1);
        long leaves = mined.tree().nodes().stream().filter(Node::isLeaf).count();
        Map<String, Object> series = new HashMap<>(Map.of(
                "type",
                "tree",
                "data",
                List.of(node(mined.tree(), 0, "", known, locale, most)),
                "roam",
                true,
                "initialTreeDepth",
                -1,
                "expandAndCollapse",
                false,
                "label",
                Map.of(
                        "position", "left",
                        "align", "right",
                        "fontSize", 11,
                        "width", QUESTION - 25,
                        "overflow", "break"),
                "leaves",
                Map.of("label", Map.of("position", "right", "align", "left"))));
        series.putAll(Map.of("top", 10, "bottom", 10, "left", QUESTION + 10, "right", 130));
        return json.writeValueAsString(Map.of(
                "tall", Math.max(320, leaves * LINE),
                "wide", (mined.tree().depth() + 1) * QUESTION + 130,
                "tooltip", Map.of("trigger", "item"),
                "series", List.of(series)));
    }

    private Map<String, Object> node(
            Tree tree, int at, String answer, Map<String, MiningAttribute> known, Locale locale, double most) {
        Node node = tree.nodes().get(at);
        long percent = Math.round(node.share().value() * 100);
        Map<String, Object> shape = Map.of(
                "color",
                "rgba(47, 179, 68, " + Math.max(0.08, node.share().value() / Math.max(most, 1e-9)) + ")",
                "borderColor",
                "#2fb344");
        if (node.isLeaf()) {
            String name = answer + say("marketing.mining.tree.leaf", locale, percent, node.count());
            return Map.of("name", name, "itemStyle", shape, "symbolSize", 12, "href", "#leaf-" + at);
        }
        String name = answer + words.node(node, tree.attributes(), known, locale);
        return Map.of(
                "name",
                name,
                "itemStyle",
                shape,
                "children",
                List.of(
                        node(tree, node.match(), say("marketing.mining.tree.yes", locale), known, locale, most),
                        node(tree, node.other(), say("marketing.mining.tree.no", locale), known, locale, most)));
    }

    /** Which part of those who say yes is reached with the best part of all, beside drawing lots. */
    String gain(ScoreCurve curve, Locale locale) {
        List<List<Double>> points = IntStream.rangeClosed(0, 20)
                .mapToObj(i -> List.of(i * 5.0, rounded(curve.gain(i / 20.0))))
                .toList();
        return lines(
                locale,
                "marketing.mining.gain.x",
                "marketing.mining.gain.y",
                "marketing.mining.gain.model",
                points,
                "marketing.mining.gain.lots",
                List.of(List.of(0.0, 0.0), List.of(100.0, 100.0)));
    }

    /** How many times as many say yes among the best part as among one drawn by lot, which is once. */
    String lift(ScoreCurve curve, Locale locale) {
        List<List<Double>> points = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> List.of(i * 5.0, Math.round(curve.lift(i / 20.0) * 100) / 100.0))
                .toList();
        return lines(
                locale,
                "marketing.mining.gain.x",
                TIMES,
                "marketing.mining.gain.model",
                points,
                "marketing.mining.gain.lots",
                List.of(List.of(0.0, 1.0), List.of(100.0, 1.0)));
    }

    /** Expected beside what came true. */
    String calibration(ScoreCurve curve, Locale locale) {
        List<List<Double>> points = new ArrayList<>();
        double most = 0.05;
        for (ScoreCurve.Expected one : curve.calibration(GROUPS)) {
            points.add(List.of(rounded(one.expected()), rounded(one.share().value())));
            most = Math.max(most, Math.max(one.expected(), one.share().value()));
        }
        points.sort((one, other) -> Double.compare(one.get(0), other.get(0)));
        return lines(
                locale,
                "marketing.mining.calibration.x",
                "marketing.mining.calibration.y",
                "marketing.mining.calibration.came",
                points,
                "marketing.mining.calibration.exact",
                List.of(List.of(0.0, 0.0), List.of(rounded(most), rounded(most))));
    }

    private String lines(
            Locale locale,
            String x,
            String y,
            String one,
            List<List<Double>> points,
            String other,
            List<List<Double>> straight) {
        return json.writeValueAsString(Map.of(
                "tooltip", Map.of("trigger", "axis"),
                "legend", Map.of("top", 0),
                "grid", Map.of("left", 40, "right", 24, "top", 40, "bottom", 24, "containLabel", true),
                "xAxis", axis(say(x, locale), 24, say("marketing.mining.percent", locale, "{value}")),
                "yAxis",
                        axis(
                                say(y, locale),
                                56,
                                y.equals(TIMES) ? "{value}" : say("marketing.mining.percent", locale, "{value}")),
                "series",
                        List.of(
                                Map.of("name", say(one, locale), "type", "line", "data", points),
                                Map.of(
                                        "name",
                                        say(other, locale),
                                        "type",
                                        "line",
                                        "showSymbol",
                                        false,
                                        "lineStyle",
                                        Map.of("type", "dashed"),
                                        "data",
                                        straight))));
    }

    private static Map<String, Object> axis(String name, int gap, String values) {
        return Map.of(
                "type",
                "value",
                "name",
                name,
                "nameLocation",
                "middle",
                "nameGap",
                gap,
                "min",
                0,
                "axisLabel",
                Map.of("formatter", values));
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 10.0;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
