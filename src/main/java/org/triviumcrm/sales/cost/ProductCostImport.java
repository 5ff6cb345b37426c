package org.triviumcrm.sales.cost;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** What products cost the company; a cost is found by product and day. What quotes were saved with stays as it was. */
@Component
class ProductCostImport implements ImportTarget {

    private static final ImportTable TABLE = new ImportTable(
            "product_cost",
            "product_cost",
            "(select p.name from product p where p.id = t.product_id)",
            null,
            false,
            List.of(),
            null);

    private static final String PRODUCT = "product";
    private static final String DAY = "validFrom";
    private static final String COST = "cost";
    private static final String CURRENCY = "currency";

    private static final Map<String, String> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        KEYS.put("product_id", PRODUCT);
        KEYS.put("valid_from", DAY);
        KEYS.forEach((column, field) -> COLUMNS.put(field, column));
        COLUMNS.put(COST, COST);
        COLUMNS.put(CURRENCY, CURRENCY);
    }

    private final PlainImport plain;

    ProductCostImport(PlainImport plain) {
        this.plain = plain;
    }

    @Override
    public String key() {
        return "product_cost";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String permission() {
        return "sales.cost.manage";
    }

    @Override
    public boolean asksHow() {
        return false;
    }

    @Override
    public List<String> proposedKeys() {
        return List.copyOf(KEYS.values());
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(TABLE);
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                ImportField.reference(
                                PRODUCT, "product", "product", "product name", "sku", "article", "产品", "产品名称", "产品编号")
                        .mandatory()
                        .identifying(),
                ImportField.of(FieldType.DATE, DAY, "valid from", "from", "date", "生效日期", "起始日期", "日期")
                        .mandatory()
                        .identifying(),
                ImportField.of(FieldType.PRICE, COST, "cost", "cost price", "unit cost", "成本", "成本价", "单位成本")
                        .between(0, 1_000_000_000_000L)
                        .mandatory(),
                ImportField.of(FieldType.CURRENCY, CURRENCY, "currency", "币种", "货币"));
    }

    @Override
    public void write(ImportBatch batch) {
        Set<List<Object>> seen = new HashSet<>();
        batch.standing().forEach(row -> {
            if (row.has(PRODUCT)
                    && row.has(DAY)
                    && !seen.add(List.of(row.values().get(PRODUCT), row.values().get(DAY)))) {
                row.refuse("exchange.refusal.sameCost", "");
            }
        });
        plain.write(batch, TABLE, fields(), COLUMNS, KEYS, (row, record, values) -> {
            if (record == null) {
                values.putIfAbsent(CURRENCY, batch.context().currency());
            }
        });
    }
}
