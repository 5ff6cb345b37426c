package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line as the form adds it. @param price null when the product has none in this currency */
public record ProposedLine(
        long productId,
        String words,
        @Nullable String detail,
        @Nullable String unit,
        @Nullable BigDecimal price,
        @Nullable BigDecimal tax,
        @Nullable String source) {

    static ProposedLine of(LinePrice price) {
        OfferedProduct offered = price.product();
        return new ProposedLine(
                offered.id(),
                offered.name(),
                offered.description(),
                offered.unit(),
                price.amount() == null ? null : PaperLine.plain(price.amount()),
                offered.percent() == null ? null : PaperLine.plain(offered.percent()),
                price.source());
    }
}
