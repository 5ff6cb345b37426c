package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** Prices of products in lists that are there; a price is found by list, product and quantity, whatever else was chosen. */
@Component
class PriceImport implements ImportTarget {

    private static final ImportTable TABLE =
            new ImportTable("price", "price", "name", "/sales/prices/{id}/edit", false, List.of(), null);

    private static final String PRODUCT = "product";
    private static final String LIST = "priceList";
    private static final String QUANTITY = "minQuantity";
    private static final String AMOUNT = "amount";

    private static final Map<String, String> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        KEYS.put("product_id", PRODUCT);
        KEYS.put("price_list_id", LIST);
        KEYS.put("min_quantity", QUANTITY);
        KEYS.forEach((column, field) -> COLUMNS.put(field, column));
        COLUMNS.put(AMOUNT, AMOUNT);
    }

    private final PlainImport plain;

    PriceImport(PlainImport plain) {
        this.plain = plain;
    }

    @Override
    public String key() {
        return "price";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String permission() {
        return "sales.product.manage";
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
                ImportField.reference(LIST, "price_list", "price list", "list", "价格表", "价目表")
                        .mandatory()
                        .identifying(),
                ImportField.of(
                                FieldType.DECIMAL,
                                QUANTITY,
                                "minimum quantity",
                                "min quantity",
                                "from quantity",
                                "quantity",
                                "起订数量",
                                "起订量",
                                "最小数量",
                                "数量")
                        .identifying(),
                ImportField.of(FieldType.PRICE, AMOUNT, "price", "unit price", "amount", "价格", "单价")
                        .between(0, 1_000_000_000_000L)
                        .mandatory());
    }

    private static List<Object> key(ImportRow row) {
        return List.of(
                row.values().get(PRODUCT),
                row.values().get(LIST),
                Objects.requireNonNull(row.decimal(QUANTITY)).stripTrailingZeros());
    }

    @Override
    public void write(ImportBatch batch) {
        Set<List<Object>> seen = new HashSet<>();
        batch.standing().forEach(row -> {
            row.values().putIfAbsent(QUANTITY, BigDecimal.ZERO);
            if (row.has(PRODUCT) && row.has(LIST) && !seen.add(key(row))) {
                row.refuse("exchange.refusal.samePrice", "");
            }
        });
        plain.write(batch, TABLE, fields(), COLUMNS, KEYS, (row, record, values) -> {});
    }
}
