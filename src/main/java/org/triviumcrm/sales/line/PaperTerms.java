package org.triviumcrm.sales.line;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a paper says beside its lines, and how their prices are meant. */
@Embeddable
@Audited
@SuppressWarnings("NullAway.Init")
public class PaperTerms {

    private String language;
    private String currency;
    private @Nullable Long priceListId;
    private boolean gross;

    @Enumerated(EnumType.STRING)
    private WholeDiscount.Kind discountKind;

    private BigDecimal discountValue;
    private @Nullable String introduction;
    private @Nullable String terms;
    private @Nullable String note;

    public void take(SavePaper input) {
        language = input.getLanguage();
        currency = input.getCurrency();
        priceListId = input.getPriceListId();
        gross = input.isGross();
        WholeDiscount discount = input.discount();
        discountKind = discount.kind();
        discountValue = discount.value();
        introduction = input.getIntroduction();
        terms = input.getTerms();
        note = input.getNote();
    }

    public String currency() {
        return currency;
    }
}
