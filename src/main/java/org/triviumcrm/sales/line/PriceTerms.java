package org.triviumcrm.sales.line;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of a paper decides about the prices of its lines. @param gross whether its prices have the tax in them */
record PriceTerms(
        long customerId,
        String language,
        String currency,
        @Nullable Long priceListId,
        boolean gross,
        LocalDate day) {

    static PriceTerms of(SavePaper quote) {
        return new PriceTerms(
                quote.getCustomerId(),
                quote.getLanguage(),
                quote.getCurrency(),
                quote.getPriceListId(),
                quote.isGross(),
                quote.pricedOn());
    }
}
