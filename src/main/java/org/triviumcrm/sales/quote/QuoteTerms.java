package org.triviumcrm.sales.quote;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of a quote decides about the prices of its lines. @param gross whether its prices have the tax in them */
record QuoteTerms(
        long customerId,
        String language,
        String currency,
        @Nullable Long priceListId,
        boolean gross,
        LocalDate day) {

    static QuoteTerms of(SaveQuote quote) {
        return new QuoteTerms(
                quote.getCustomerId(),
                quote.getLanguage(),
                quote.getCurrency(),
                quote.getPriceListId(),
                quote.isGross(),
                quote.getQuotedOn());
    }
}
