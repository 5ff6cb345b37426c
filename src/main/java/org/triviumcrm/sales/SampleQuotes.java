package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quotes of a company that is made up, through the same doors as those of people; nothing is sent anywhere. */
public interface SampleQuotes {

    /** How far a quote has come. */
    enum Stage {
        DRAFT,
        RELEASED,
        SENT,
        ACCEPTED,
        /** Sent, and then replaced by a newer version that is released. */
        REVISED
    }

    /** @param price null for a heading, which has words only */
    record Line(
            String words,
            @Nullable Long productId,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discount,
            @Nullable BigDecimal tax,
            boolean optional) {}

    /** @param language en or zh-CN; discount of the whole in per cent */
    record Sample(
            String name,
            long opportunityId,
            long customerId,
            @Nullable Long contactId,
            long ownerId,
            String language,
            String currency,
            LocalDate quotedOn,
            LocalDate validUntil,
            @Nullable BigDecimal discount,
            String introduction,
            String terms,
            List<Line> lines) {}

    /** Makes one and brings it so far. */
    void make(Sample sample, Stage stage);
}
