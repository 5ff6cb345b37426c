package org.triviumcrm.sales.rate;

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

/** Rates of currencies; a rate is found by currency and day. As with one that is typed, amounts that were converted before stay as they are. */
@Component
class CurrencyRateImport implements ImportTarget {

    private static final ImportTable TABLE =
            new ImportTable("currency_rate", "currency_rate", "currency", null, false, List.of(), null);

    private static final String CURRENCY = "currency";
    private static final String DAY = "validFrom";
    private static final String RATE = "rate";

    private static final Map<String, String> KEYS = new LinkedHashMap<>();
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        KEYS.put("currency", CURRENCY);
        KEYS.put("valid_from", DAY);
        KEYS.forEach((column, field) -> COLUMNS.put(field, column));
        COLUMNS.put(RATE, RATE);
    }

    private final PlainImport plain;

    CurrencyRateImport(PlainImport plain) {
        this.plain = plain;
    }

    @Override
    public String key() {
        return "currency_rate";
    }

    /** Before whatever has amounts. */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public String permission() {
        return "sales.pipeline.manage";
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
                ImportField.of(FieldType.CURRENCY, CURRENCY, "currency", "currency code", "币种", "货币")
                        .mandatory()
                        .identifying(),
                ImportField.of(FieldType.DATE, DAY, "valid from", "from", "date", "生效日期", "起始日期", "日期")
                        .mandatory()
                        .identifying(),
                ImportField.of(FieldType.RATE, RATE, "rate", "exchange rate", "汇率")
                        .between(0, 999_999_999_999L)
                        .mandatory());
    }

    @Override
    public void write(ImportBatch batch) {
        Set<List<Object>> seen = new HashSet<>();
        batch.standing().forEach(row -> {
            if (batch.context().currency().equals(row.values().get(CURRENCY))) {
                row.refuse("exchange.refusal.ownCurrency", CURRENCY);
            } else if (row.has(CURRENCY)
                    && row.has(DAY)
                    && !seen.add(
                            List.of(row.values().get(CURRENCY), row.values().get(DAY)))) {
                row.refuse("exchange.refusal.sameRate", "");
            }
        });
        plain.write(batch, TABLE, fields(), COLUMNS, KEYS, (row, record, values) -> {});
    }
}
