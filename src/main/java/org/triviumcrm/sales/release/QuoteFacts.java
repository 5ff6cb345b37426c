package org.triviumcrm.sales.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.SubjectState;

/**
 * A quote as approvals look at it: where it has options, by the worst that can be accepted, see {@code WorstChoice}.
 *
 * @param title number, version and name
 * @param segments of the customer, their ids joined by spaces
 * @param discountPercent the highest that any choice of its options brings
 * @param lineDiscount the largest of a line or an option, in per cent
 * @param marginPercent the lowest that any choice of its options brings, see {@code ExactMargin}; null when nobody knows what the lines cost
 * @param net of what is chosen, in its currency, as {@code total}
 * @param mostNet the highest that any choice of its options brings, in its currency
 * @param baseNet the same in the company's currency
 * @param lines a text that is the same for the same lines
 * @param words introduction, terms and language: what the paper says beside its lines
 * @param releasedAt since when it counts as released
 */
public record QuoteFacts(
        long id,
        String title,
        long customerId,
        @Nullable String level,
        @Nullable String region,
        @Nullable String segments,
        String currency,
        BigDecimal net,
        BigDecimal total,
        BigDecimal mostNet,
        BigDecimal baseNet,
        BigDecimal discountPercent,
        BigDecimal lineDiscount,
        @Nullable BigDecimal marginPercent,
        LocalDate quotedOn,
        LocalDate validUntil,
        String lines,
        String words,
        QuoteState state,
        long ownerId,
        @Nullable Long teamId,
        @Nullable Instant releasedAt,
        @Nullable Long approvalCaseId,
        int version) {

    /** As conditions look at it. */
    public SubjectState asSubject() {
        return new SubjectState(id, title, "/sales/quotes/" + id, ownerId, teamId, net, currency, version, values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(QuoteKeys.DISCOUNT, stripped(discountPercent));
        values.put(QuoteKeys.LINE_DISCOUNT, stripped(lineDiscount));
        if (marginPercent != null) {
            values.put(QuoteKeys.MARGIN, stripped(marginPercent));
        }
        values.put(QuoteKeys.AMOUNT, stripped(baseNet));
        if (level != null) {
            values.put(QuoteKeys.LEVEL, level);
        }
        if (region != null) {
            values.put(QuoteKeys.REGION, region);
        }
        if (segments != null) {
            values.put(QuoteKeys.SEGMENTS, segments);
        }
        values.put(QuoteKeys.DAYS, BigDecimal.valueOf(ChronoUnit.DAYS.between(quotedOn, validUntil)));
        values.put(QuoteKeys.OWNER, ownerId);
        if (teamId != null) {
            values.put(QuoteKeys.OWNER_TEAM, teamId);
        }
        values.put(QuoteKeys.CUSTOMER, customerId);
        values.put(QuoteKeys.CURRENCY, currency);
        values.put(QuoteKeys.TOTAL, stripped(total));
        values.put(QuoteKeys.VALID_UNTIL, validUntil);
        values.put(QuoteKeys.LINES, lines);
        values.put(QuoteKeys.WORDS, words);
        return values;
    }

    private static BigDecimal stripped(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
