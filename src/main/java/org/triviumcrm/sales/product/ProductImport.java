package org.triviumcrm.sales.product;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** What is sold. */
@Component
class ProductImport implements ImportTarget {

    private static final Map<String, String> COLUMNS = columns();

    private final PlainImport plain;

    ProductImport(PlainImport plain) {
        this.plain = plain;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("reference", "name", "series", "currency", "description").forEach(same -> columns.put(same, same));
        columns.put("listPrice", "list_price");
        columns.put("category", "product_category_id");
        columns.put("unit", "unit_id");
        columns.put("taxRate", "tax_rate_id");
        columns.put("nameZh", "name_zh");
        columns.put("descriptionZh", "description_zh");
        return columns;
    }

    @Override
    public String key() {
        return "product";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String permission() {
        return "sales.product.manage";
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(ProductReference.TABLE);
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                ImportField.text("name", 200, "product", "product name", "article", "item", "产品", "产品名称", "商品", "名称")
                        .mandatory()
                        .identifying(),
                ImportField.text(
                                "reference",
                                100,
                                "product id",
                                "sku",
                                "article number",
                                "code",
                                "id",
                                "产品编号",
                                "编号",
                                "编码")
                        .identifying(),
                ImportField.text("series", 100, "product line", "family", "系列", "产品系列"),
                ImportField.of(
                        FieldType.DECIMAL, "listPrice", "price", "sales price", "unit price", "价格", "单价", "标价", "售价"),
                ImportField.of(FieldType.CURRENCY, "currency", "币种", "货币"),
                ImportField.reference("category", "product_category", "product category", "产品分类", "分类", "目录"),
                ImportField.reference("unit", "product_unit", "unit of measure", "uom", "单位", "计量单位"),
                ImportField.reference("taxRate", "tax_rate", "tax", "tax rate", "vat", "税率"),
                ImportField.text("nameZh", 200, "name in chinese", "chinese name", "中文名称"),
                ImportField.text("description", 2000, "details", "说明", "描述"),
                ImportField.text("descriptionZh", 2000, "description in chinese", "chinese description", "中文说明"));
    }

    @Override
    public void write(ImportBatch batch) {
        plain.write(batch, ProductReference.TABLE, fields(), COLUMNS, (row, record, values) -> {
            boolean hasCurrency = row.has("currency") || (record != null && record.text("currency") != null);
            if (row.has("listPrice") && !hasCurrency) {
                values.put("currency", batch.context().currency());
            }
            if (record == null) {
                values.put("active", true);
            }
        });
    }
}
