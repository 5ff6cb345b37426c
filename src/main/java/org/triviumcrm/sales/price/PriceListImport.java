package org.triviumcrm.sales.price;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldMode;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/** Price lists from files, each found by its name; what is in them comes after, with {@link PriceImport}. */
@Component
class PriceListImport extends KeyedImport {

    private static final String CURRENCY = "currency";
    private static final String FROM = "validFrom";
    private static final String POSITION = "position";
    private static final String BEHIND = "behind";
    private static final String TO = "validTo";
    private static final int MOST = 1_000_000;

    private final PriceListRepository lists;

    PriceListImport(PlainImport plain, PriceListRepository lists) {
        super(
                plain,
                new ImportTable("price_list", "price_list", "name", "/sales/price-lists/{id}", false, List.of(), null),
                "exchange.refusal.samePriceList",
                List.of(
                        key(
                                "name",
                                ImportField.text("name", 100, "name", "price list", "list", "价格表", "价目表", "名称")
                                        .mandatory()),
                        column(CURRENCY, ImportField.of(FieldType.CURRENCY, CURRENCY, "币种", "货币")),
                        column("region", ImportField.text("region", 100, "for region", "地区", "区域")),
                        column("level", ImportField.text("level", 50, "customer level", "客户级别", "客户等级", "级别")),
                        column(
                                "valid_from",
                                ImportField.of(FieldType.DATE, FROM, "valid from", "from", "生效日期", "起始日期")
                                        .mandatory()),
                        column(
                                "valid_to",
                                ImportField.of(FieldType.DATE, TO, "valid to", "valid until", "until", "失效日期", "截止日期")),
                        column(
                                "position",
                                ImportField.of(FieldType.INTEGER, "position", "order", "顺序", "优先级")
                                        .between(1, MOST)),
                        column(
                                "gross",
                                ImportField.of(FieldType.YES_NO, "gross", "prices include tax", "tax included", "含税")),
                        column("note", ImportField.text("note", 500, "remark", "备注")),
                        column("active", ImportField.of(FieldType.YES_NO, "active", "in use", "启用"))));
        this.lists = lists;
    }

    @Override
    public String key() {
        return "price_list";
    }

    /** Before the prices in them. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public String permission() {
        return "sales.product.manage";
    }

    /** Those without a place of their own come behind all others, in the order of the file. */
    @Override
    public void write(ImportBatch batch) {
        List<ImportRow> rows = batch.standing();
        long next = Stream.concat(
                        lists.findByOrderByPositionAscIdAsc().stream().map(PriceList::getPosition),
                        rows.stream().filter(row -> row.has(POSITION)).map(row ->
                                (Number) row.values().get(POSITION)))
                .mapToLong(Number::longValue)
                .max()
                .orElse(0);
        for (ImportRow row : rows) {
            if (!row.has(POSITION)) {
                row.values().put(BEHIND, ++next);
            }
        }
        super.write(batch);
    }

    @Override
    protected void read(ImportRow row, ImportContext context) {
        requireOrder(row, (LocalDate) row.values().get(FROM), (LocalDate)
                row.values().get(TO));
    }

    private static void requireOrder(ImportRow row, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            row.refuse("exchange.refusal.endsBefore", TO, to.toString());
        }
    }

    /** Prices are in the currency of their list, so that stays. */
    @Override
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {
        if (record == null) {
            values.putIfAbsent(CURRENCY, context.currency());
            values.putIfAbsent("gross", false);
            values.putIfAbsent("active", true);
            values.computeIfAbsent(POSITION, column -> row.values().get(BEHIND));
            return;
        }
        Object currency = values.get(CURRENCY);
        boolean changes = context.mode(CURRENCY) == FieldMode.OVERWRITE;
        if (changes && currency != null && !currency.equals(record.text(CURRENCY))) {
            row.refuse("exchange.refusal.currencyFixed", CURRENCY, Objects.toString(record.text(CURRENCY)));
        }
        requireOrder(
                row, day(values, record, "valid_from", FROM, context), day(values, record, "valid_to", TO, context));
        if (row.refusal() != null) {
            values.clear();
        }
    }

    /** As it will be: what the file says counts only where it is written. */
    private static @Nullable LocalDate day(
            Map<String, Object> values, ExistingRecord record, String column, String field, ImportContext context) {
        String now = record.text(column);
        FieldMode mode = context.mode(field);
        boolean written = mode == FieldMode.OVERWRITE || mode == FieldMode.FILL_EMPTY && now == null;
        if (written && values.containsKey(column)) {
            return (LocalDate) values.get(column);
        }
        return now == null ? null : LocalDate.parse(now);
    }
}
