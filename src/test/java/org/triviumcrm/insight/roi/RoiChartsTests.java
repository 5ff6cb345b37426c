package org.triviumcrm.insight.roi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.triviumcrm.insight.roi.Returns.Square;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is drawn of returns can be read: each name stands there, as people wrote it. */
class RoiChartsTests {

    private final JsonMapper json = new JsonMapper();
    private final RoiCharts charts = new RoiCharts(json);

    /** A region that is called like a method and like the last column is a node of its own. */
    @Test
    void aFlowNamesEachOfItsNodesPlainlyAndEndsInAll() {
        JsonNode flow = json.readTree(charts.flow(
                List.of(square("Event", "Event", 100), square("PR", "Revenue", 50), square("PR", "East", 0)),
                "Revenue",
                "/all"));
        JsonNode series = flow.path("series").get(0);
        List<String> labels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode node : series.path("data")) {
            labels.add(node.path("label").path("formatter").asString());
            names.add(node.path("name").asString());
        }
        assertThat(labels).containsExactly("Event", "PR", "Event", "Revenue", "Revenue");
        assertThat(names).hasSameSizeAs(labels);
        String end = series.path("data").get(4).path("name").asString();
        BigDecimal all = BigDecimal.ZERO;
        for (JsonNode link : series.path("links")) {
            assertThat(names)
                    .contains(
                            link.path("source").asString(), link.path("target").asString());
            if (link.path("target").asString().equals(end)) {
                all = all.add(link.path("value").decimalValue());
            }
        }
        assertThat(all).isEqualByComparingTo("150");
        assertThat(flow.path("animation").asBoolean(true))
                .as("what is uncovered from the left ends without its last column where a page is printed")
                .isFalse();
        assertThat(flow.path("wide").asInt()).isGreaterThan(390);
    }

    /** However many methods and regions there are: each has room, and its name is not left out. */
    @Test
    void aHeatMapGrowsWithWhatItNames() {
        List<Square> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(square("Method " + i, "Region " + i, i));
        }
        JsonNode few = json.readTree(charts.heat(many.subList(0, 3)));
        JsonNode all = json.readTree(charts.heat(many));
        assertThat(all.path("wide").asInt() - few.path("wide").asInt()).isGreaterThanOrEqualTo(17 * 60);
        assertThat(all.path("tall").asInt()).isGreaterThanOrEqualTo(20 * 40);
        assertThat(all.path("xAxis").path("axisLabel").path("interval").asInt(-1))
                .isZero();
    }

    private static Square square(String method, String region, int revenue) {
        return new Square(
                method,
                region,
                BigDecimal.TEN,
                BigDecimal.valueOf(revenue),
                BigDecimal.valueOf(revenue),
                "/square",
                "/method",
                "/region");
    }
}
