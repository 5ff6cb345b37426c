package org.triviumcrm.sales.unit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/** What products are counted in, from files; each found by its name. */
@Component
class ProductUnitImport extends KeyedImport {

    private static final int MOST = 60;

    ProductUnitImport(PlainImport plain) {
        super(
                plain,
                ProductUnitReference.TABLE,
                "exchange.refusal.sameUnit",
                List.of(
                        key(
                                "name",
                                ImportField.text("name", MOST, "unit", "unit of measure", "uom", "单位", "计量单位", "名称")
                                        .mandatory()),
                        column("name_zh", ImportField.text("nameZh", MOST, "name in chinese", "chinese name", "中文名称")),
                        column("active", ImportField.of(FieldType.YES_NO, "active", "in use", "启用"))));
    }

    @Override
    public String key() {
        return "product_unit";
    }

    /** Before the products that are counted in them. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String permission() {
        return "sales.product.manage";
    }

    @Override
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {
        if (record == null) {
            values.putIfAbsent("active", true);
        }
    }
}
