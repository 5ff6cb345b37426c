package org.triviumcrm.sales.rate;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/** Rates of currencies; a rate is found by currency and day. As with one that is typed, amounts that were converted before stay as they are. */
@Component
class CurrencyRateImport extends KeyedImport {

    private static final String CURRENCY = "currency";
    private static final String RATE = "rate";

    CurrencyRateImport(PlainImport plain) {
        super(
                plain,
                new ImportTable("currency_rate", "currency_rate", CURRENCY, null, false, List.of(), null),
                "exchange.refusal.sameRate",
                List.of(
                        key(
                                CURRENCY,
                                ImportField.of(FieldType.CURRENCY, CURRENCY, "currency", "currency code", "币种", "货币")
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
                                RATE,
                                ImportField.of(FieldType.RATE, RATE, "rate", "exchange rate", "汇率")
                                        .between(0, 999_999_999_999L)
                                        .mandatory())));
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
    protected void read(ImportRow row, ImportContext context) {
        if (context.currency().equals(row.values().get(CURRENCY))) {
            row.refuse("exchange.refusal.ownCurrency", CURRENCY);
        }
    }
}
