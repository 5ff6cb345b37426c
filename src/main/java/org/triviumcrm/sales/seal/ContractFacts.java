package org.triviumcrm.sales.seal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.SubjectState;

/**
 * A contract as approvals look at it.
 *
 * @param title number, version and name
 * @param segments of the customer, their ids joined by spaces
 * @param lineDiscount the largest of a line, in per cent
 * @param marginPercent see {@code ExactMargin}; null when nobody knows what the lines cost
 * @param baseNet in the company's currency
 * @param lines a text that is the same for the same lines
 * @param period its days, notice and renewal as one text
 * @param words introduction, terms and language: what the paper says beside its lines
 * @param abandoned whether it amends what is not in force any more
 * @param releasedAt since when it counts as released
 */
public record ContractFacts(
        long id,
        String title,
        long customerId,
        @Nullable String level,
        @Nullable String region,
        @Nullable String segments,
        String currency,
        BigDecimal net,
        BigDecimal total,
        BigDecimal baseNet,
        BigDecimal discountPercent,
        BigDecimal lineDiscount,
        @Nullable BigDecimal marginPercent,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String renewal,
        String period,
        String lines,
        String words,
        ContractState state,
        long ownerId,
        @Nullable Long teamId,
        boolean abandoned,
        @Nullable Instant releasedAt,
        @Nullable Long approvalCaseId,
        int version) {

    /** As conditions look at it. */
    public SubjectState asSubject() {
        return new SubjectState(id, title, "/sales/contracts/" + id, ownerId, teamId, net, currency, version, values());
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(ContractKeys.DISCOUNT, stripped(discountPercent));
        values.put(ContractKeys.LINE_DISCOUNT, stripped(lineDiscount));
        if (marginPercent != null) {
            values.put(ContractKeys.MARGIN, stripped(marginPercent));
        }
        values.put(ContractKeys.AMOUNT, stripped(baseNet));
        if (level != null) {
            values.put(ContractKeys.LEVEL, level);
        }
        if (region != null) {
            values.put(ContractKeys.REGION, region);
        }
        if (segments != null) {
            values.put(ContractKeys.SEGMENTS, segments);
        }
        if (endsOn != null) {
            values.put(ContractKeys.DAYS, BigDecimal.valueOf(ChronoUnit.DAYS.between(startsOn, endsOn) + 1));
        }
        values.put(ContractKeys.RENEWAL, renewal);
        values.put(ContractKeys.OWNER, ownerId);
        if (teamId != null) {
            values.put(ContractKeys.OWNER_TEAM, teamId);
        }
        values.put(ContractKeys.CUSTOMER, customerId);
        values.put(ContractKeys.CURRENCY, currency);
        values.put(ContractKeys.TOTAL, stripped(total));
        values.put(ContractKeys.PERIOD, period);
        values.put(ContractKeys.LINES, lines);
        values.put(ContractKeys.WORDS, words);
        return values;
    }

    private static BigDecimal stripped(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}
