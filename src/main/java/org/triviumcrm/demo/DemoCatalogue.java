package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the demo company sells: its catalogue, what that costs it, and for whom at what price. */
@Component
class DemoCatalogue {

    /** Series, its category, the kind of its products, the unit, and what they cost of their price in per cent. */
    private static final Map<String, Line> LINES = Map.of(
            "Sensors", new Line("Sensors · 传感器", "GOODS", "piece", 55),
            "Gateways", new Line("Gateways · 网关", "GOODS", "piece", 60),
            "Software", new Line("Software · 软件", "SERVICE", "licence", 25),
            "Services", new Line("Services · 服务", "SERVICE", "day", 62));

    private static final String HARDWARE = "Hardware · 硬件";

    private record Line(String category, String kind, String unit, int costPercent) {}

    private final DemoWriter writer;

    DemoCatalogue(DemoWriter writer) {
        this.writer = writer;
    }

    /**
     * Prices in the company's currency, in whole tens; a currency without a known rate keeps the figures.
     *
     * @param pounds how much a unit of it is in pounds, in which products.csv is written
     */
    List<DemoPipeline.Product> write(String currency, BigDecimal pounds, Instant since, LocalDate today) {
        Map<String, Long> categories = categories(since);
        Map<String, Long> units =
                named("product_unit", Map.of("piece", "件", "licence", "许可", "day", "天", "set", "套"), since);
        Map<String, Long> taxes = taxes(since);
        List<DemoPipeline.Product> products = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> costs = new ArrayList<>();
        var file = DemoFile.PRODUCTS.rows();
        Iterator<Long> ids = writer.ids("product_seq", file.size() + 1);
        for (var row : file) {
            Line line = Objects.requireNonNull(LINES.get(row.getField("series")));
            BigDecimal price = tens(new BigDecimal(row.getField("price")).divide(pounds, 4, RoundingMode.HALF_UP));
            long id = ids.next();
            products.add(new DemoPipeline.Product(id, row.getField("name"), price));
            rows.add(product(id, row.getField("name"), line.kind(), row.getField("reference"), price, currency, since)
                    .with("series", row.getField("series"))
                    .with("product_category_id", categories.get(line.category()))
                    .with("unit_id", units.get(line.unit()))
                    .with("tax_rate_id", line.kind().equals("GOODS") ? null : taxes.get("Services · 服务")));
            costs.add(new DemoRow()
                    .with("product_id", id)
                    .with("valid_from", LocalDate.ofInstant(since, ZoneOffset.UTC))
                    .with("cost", percent(price, line.costPercent()))
                    .with("currency", currency));
        }
        long kit = ids.next();
        BigDecimal kitPrice =
                tens(percent(products.get(3).price().add(products.get(0).price().multiply(BigDecimal.valueOf(4))), 92));
        rows.add(product(kit, "Starter kit 入门套装", "BUNDLE", "KIT-1", kitPrice, currency, since)
                .with("series", "Kits")
                .with("product_category_id", categories.get(HARDWARE))
                .with("unit_id", units.get("set"))
                .with("tax_rate_id", null));
        writer.insert("product", rows);
        writer.insert("product_cost", costs);
        writer.insert("bundle_part", List.of(part(kit, 1, products.get(3), 1), part(kit, 2, products.get(0), 4)));
        prices(products, currency, since, today);
        return products;
    }

    private void prices(List<DemoPipeline.Product> products, String currency, Instant since, LocalDate today) {
        Iterator<Long> lists = writer.ids("price_list_seq", 3);
        LocalDate first = LocalDate.ofInstant(since, ZoneOffset.UTC);
        long key = lists.next();
        long volume = lists.next();
        long coming = lists.next();
        LocalDate newYear = today.plusYears(1).withDayOfYear(1);
        writer.insert(
                "price_list",
                List.of(
                        list(key, "Key accounts · 重点客户价", currency, "A", first, 1, since),
                        list(volume, "Volume prices · 批量价", currency, null, first, 2, since),
                        list(coming, "Prices " + newYear.getYear() + " · 新年价格", currency, null, newYear, 3, since)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DemoPipeline.Product product : products) {
            rows.add(price(key, product, 0, 90));
            rows.add(price(volume, product, 10, 94));
            rows.add(price(volume, product, 50, 88));
            rows.add(price(coming, product, 0, 103));
        }
        Iterator<Long> ids = writer.ids("price_seq", rows.size());
        rows.forEach(row -> ((DemoRow) row).with("id", ids.next()).since(since, since));
        writer.insert("price", rows);
    }

    private Map<String, Long> categories(Instant since) {
        Map<String, Long> written = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        Iterator<Long> ids = writer.ids("product_category_seq", LINES.size() + 1);
        written.put(HARDWARE, ids.next());
        rows.add(category(written.get(HARDWARE), HARDWARE, null, since));
        List.of("Sensors", "Gateways", "Software", "Services").forEach(series -> {
            Line line = Objects.requireNonNull(LINES.get(series));
            written.put(line.category(), ids.next());
            Long above = line.kind().equals("GOODS") ? written.get(HARDWARE) : null;
            rows.add(category(written.get(line.category()), line.category(), above, since));
        });
        writer.insert("product_category", rows);
        return written;
    }

    private Map<String, Long> taxes(Instant since) {
        Iterator<Long> ids = writer.ids("tax_rate_seq", 2);
        Map<String, Long> written = Map.of("Standard · 标准", ids.next(), "Services · 服务", ids.next());
        writer.insert(
                "tax_rate",
                List.of(
                        new DemoRow()
                                .with("id", written.get("Standard · 标准"))
                                .with("name", "Standard · 标准")
                                .with("percent", BigDecimal.valueOf(13))
                                .with("usual", true)
                                .since(since, since),
                        new DemoRow()
                                .with("id", written.get("Services · 服务"))
                                .with("name", "Services · 服务")
                                .with("percent", BigDecimal.valueOf(6))
                                .with("usual", false)
                                .since(since, since)));
        return written;
    }

    private Map<String, Long> named(String table, Map<String, String> names, Instant since) {
        Iterator<Long> ids = writer.ids(table + "_seq", names.size());
        Map<String, Long> written = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        names.forEach((name, chinese) -> {
            written.put(name, ids.next());
            rows.add(new DemoRow()
                    .with("id", written.get(name))
                    .with("name", name)
                    .with("name_zh", chinese)
                    .since(since, since));
        });
        writer.insert(table, rows);
        return written;
    }

    private static DemoRow category(long id, String name, @Nullable Long above, Instant since) {
        return new DemoRow()
                .with("id", id)
                .with("name", name)
                .with("parent_id", above)
                .since(since, since);
    }

    private static DemoRow product(
            long id, String name, String kind, String reference, BigDecimal price, String currency, Instant since) {
        return new DemoRow()
                .with("id", id)
                .with("name", name)
                .with("name_zh", name.substring(name.lastIndexOf(' ') + 1))
                .with("kind", kind)
                .with("reference", reference)
                .with("list_price", price)
                .with("currency", currency)
                .since(since, since);
    }

    private static DemoRow part(long bundle, int position, DemoPipeline.Product product, int quantity) {
        return new DemoRow()
                .with("bundle_id", bundle)
                .with("position", position)
                .with("product_id", product.id())
                .with("quantity", BigDecimal.valueOf(quantity));
    }

    private static DemoRow list(
            long id,
            String name,
            String currency,
            @Nullable String level,
            LocalDate from,
            int position,
            Instant since) {
        return new DemoRow()
                .with("id", id)
                .with("name", name)
                .with("currency", currency)
                .with("level", level)
                .with("valid_from", from)
                .with("position", position)
                .since(since, since);
    }

    private static DemoRow price(long list, DemoPipeline.Product product, int from, int percent) {
        return new DemoRow()
                .with("price_list_id", list)
                .with("product_id", product.id())
                .with("name", product.name())
                .with("min_quantity", BigDecimal.valueOf(from))
                .with("amount", percent(product.price(), percent));
    }

    private static BigDecimal percent(BigDecimal amount, int percent) {
        return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
    }

    private static BigDecimal tens(BigDecimal amount) {
        return amount.divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP).multiply(BigDecimal.TEN);
    }
}
