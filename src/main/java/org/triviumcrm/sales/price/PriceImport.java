package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/** Prices of products in lists that are there; a price is found by list, product and quantity, whatever else was chosen. */
@Component
class PriceImport extends KeyedImport {

    private static final String QUANTITY = "minQuantity";

    PriceImport(PlainImport plain) {
        super(
                plain,
                new ImportTable("price", "price", "name", "/sales/prices/{id}/edit", false, List.of(), null),
                "exchange.refusal.samePrice",
                List.of(
                        key(
                                "product_id",
                                ImportField.reference(
                                                "product",
                                                "product",
                                                "product",
                                                "product name",
                                                "sku",
                                                "article",
                                                "产品",
                                                "产品名称",
                                                "产品编号")
                                        .mandatory()),
                        key(
                                "price_list_id",
                                ImportField.reference("priceList", "price_list", "price list", "list", "价格表", "价目表")
                                        .mandatory()),
                        key(
                                "min_quantity",
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
                                        "数量")),
                        column(
                                "amount",
                                ImportField.of(FieldType.PRICE, "amount", "price", "unit price", "amount", "价格", "单价")
                                        .between(0, 1_000_000_000_000L)
                                        .mandatory())));
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
    protected void read(ImportRow row, ImportContext context) {
        row.values().putIfAbsent(QUANTITY, BigDecimal.ZERO);
    }
}
