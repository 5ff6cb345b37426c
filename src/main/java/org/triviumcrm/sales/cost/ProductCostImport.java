package org.triviumcrm.sales.cost;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/** What products cost the company; a cost is found by product and day. What quotes were saved with stays as it was. */
@Component
class ProductCostImport extends KeyedImport {

    private static final String CURRENCY = "currency";

    ProductCostImport(PlainImport plain) {
        super(
                plain,
                new ImportTable(
                        "product_cost",
                        "product_cost",
                        "(select p.name from product p where p.id = t.product_id)",
                        null,
                        false,
                        List.of(),
                        null),
                "exchange.refusal.sameCost",
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
                                "valid_from",
                                ImportField.of(
                                                FieldType.DATE,
                                                "validFrom",
                                                "valid from",
                                                "from",
                                                "date",
                                                "生效日期",
                                                "起始日期",
                                                "日期")
                                        .mandatory()),
                        column(
                                "cost",
                                ImportField.of(
                                                FieldType.PRICE,
                                                "cost",
                                                "cost",
                                                "cost price",
                                                "unit cost",
                                                "成本",
                                                "成本价",
                                                "单位成本")
                                        .between(0, 1_000_000_000_000L)
                                        .mandatory()),
                        column(CURRENCY, ImportField.of(FieldType.CURRENCY, CURRENCY, "currency", "币种", "货币"))));
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
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {
        if (record == null) {
            values.putIfAbsent(CURRENCY, context.currency());
        }
    }
}
