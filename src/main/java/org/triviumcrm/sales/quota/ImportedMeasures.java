package org.triviumcrm.sales.quota;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.shared.exchange.ConstantReference;

/** What quotas are measured in, as files name it. */
@Component
class ImportedMeasures extends ConstantReference<QuotaMeasure> {

    static final String KEY = "quota-measure";

    private static final Map<QuotaMeasure, List<String>> WORDS = Map.of(
            QuotaMeasure.WON, List.of("won", "what is won", "bookings", "sales", "赢单", "赢单金额"),
            QuotaMeasure.SIGNED, List.of("signed", "what is signed", "contracts", "签约", "签约金额", "签单"),
            QuotaMeasure.RECEIVED,
                    List.of("received", "what has come in", "receipts", "cash", "回款", "回款金额", "收款", "到账"));

    ImportedMeasures(MessageSource messages) {
        super(KEY, QuotaMeasure.class, WORDS, "sales.quota.measure.", messages);
    }

    static QuotaMeasure of(long id) {
        return constant(QuotaMeasure.class, id);
    }
}
