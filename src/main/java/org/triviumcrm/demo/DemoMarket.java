package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Where the demo company's offers and those of its competitors stand, and stood. */
final class DemoMarket {

    private static final List<String> AXES = List.of("price", "ease", "time");

    private DemoMarket() {}

    /** @param pounds what amounts are multiplied by, so that they look right in the company's currency */
    static void write(DemoWriter writer, String currency, BigDecimal pounds, LocalDate today, Instant since) {
        List<Long> axes = axes(writer, currency, since);
        var rows = DemoFile.MARKET.rows();
        Iterator<Long> offerIds = writer.ids("market_offer_seq", rows.size());
        Map<String, Long> offers = new HashMap<>();
        List<Map<String, Object>> news = new ArrayList<>();
        List<Map<String, Object>> placements = new ArrayList<>();
        for (var row : rows) {
            String name = row.getField("offer");
            long offer = offers.computeIfAbsent(name, key -> {
                long id = offerIds.next();
                String competitor = row.getField("competitor");
                news.add(new DemoRow()
                        .with("id", id)
                        .with("name", name)
                        .with(
                                "competitor_id",
                                competitor.isEmpty()
                                        ? null
                                        : id(writer, "select id from competitor where name = :name", competitor))
                        .since(since, since));
                return id;
            });
            long person = id(writer, "select id from person where sign_in_name = :name", row.getField("by"));
            for (int axis = 0; axis < AXES.size(); axis++) {
                BigDecimal value = new BigDecimal(row.getField(AXES.get(axis)));
                placements.add(new DemoRow()
                        .with("offer_id", offer)
                        .with("axis_id", axes.get(axis))
                        .with("value", axis == 0 ? value.multiply(pounds).setScale(1, RoundingMode.HALF_UP) : value)
                        .with("placed_on", today.minusDays(Long.parseLong(row.getField("days"))))
                        .with("evidence", row.getField("evidence"))
                        .with("link", row.getField("link").isEmpty() ? null : row.getField("link"))
                        .with("person_id", person)
                        .with("created_at", since));
            }
        }
        writer.insert("market_offer", news);
        writer.insert("market_placement", placements);
    }

    private static List<Long> axes(DemoWriter writer, String currency, Instant since) {
        var rows = DemoFile.MARKET_AXES.rows();
        Iterator<Long> ids = writer.ids("market_axis_seq", rows.size());
        List<Map<String, Object>> axes = new ArrayList<>();
        for (var row : rows) {
            String unit = row.getField("unit");
            axes.add(new DemoRow()
                    .with("id", ids.next())
                    .with("name", row.getField("name"))
                    .with("name_zh", row.getField("name_zh"))
                    .with("kind", row.getField("kind"))
                    .with("unit", unit.isEmpty() ? null : "thousand".equals(unit) ? "1,000 " + currency : unit)
                    .with("better", row.getField("better"))
                    .since(since, since));
        }
        writer.insert("market_axis", axes);
        return axes.stream().map(axis -> (Long) axis.get("id")).toList();
    }

    private static Long id(DemoWriter writer, String sql, String name) {
        NamedParameterJdbcTemplate database = writer.database();
        return Objects.requireNonNull(database.queryForObject(sql, Map.of("name", name), Long.class));
    }
}
