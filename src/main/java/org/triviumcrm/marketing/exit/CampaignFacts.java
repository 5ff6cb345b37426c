package org.triviumcrm.marketing.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.customer.CustomValues;

/**
 * A campaign as approvals look at it.
 *
 * @param products ids, in their order
 * @param lines the budget line by line, as a text that is the same for the same lines
 * @param baseExpectedRevenue in the company's currency, as {@code baseBudget}; the others are in {@code currency}
 * @param approvedAt since when the plan counts as approved
 * @param custom what the fields hold that administrators have added
 */
public record CampaignFacts(
        long id,
        String name,
        long methodId,
        @Nullable String region,
        List<Long> products,
        LocalDate startOn,
        LocalDate endOn,
        @Nullable Integer expectedParticipants,
        @Nullable Integer expectedOpportunities,
        @Nullable BigDecimal expectedRevenue,
        @Nullable BigDecimal baseExpectedRevenue,
        String currency,
        BigDecimal budget,
        BigDecimal baseBudget,
        String lines,
        CampaignState state,
        long ownerId,
        @Nullable Long teamId,
        @Nullable Instant approvedAt,
        @Nullable Long approvalCaseId,
        CustomValues custom,
        int version) {

    /** What is no description, with its place in the form. */
    private static final Map<String, String> FIELDS = Map.of(
            CampaignKeys.START, "startOn",
            CampaignKeys.END, "endOn",
            CampaignKeys.CURRENCY, "currency",
            CampaignKeys.REVENUE, "expectedRevenue",
            CampaignKeys.PARTICIPANTS, "expectedParticipants",
            CampaignKeys.OPPORTUNITIES, "expectedOpportunities",
            CampaignKeys.BUDGET, "currency",
            CampaignKeys.LINES, "currency");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public CampaignFacts {
        products = products.stream().sorted().toList();
    }

    /** With another budget. */
    public CampaignFacts spending(BigDecimal other, BigDecimal base, String otherLines) {
        return new CampaignFacts(
                id,
                name,
                methodId,
                region,
                products,
                startOn,
                endOn,
                expectedParticipants,
                expectedOpportunities,
                expectedRevenue,
                baseExpectedRevenue,
                currency,
                other,
                base,
                otherLines,
                state,
                ownerId,
                teamId,
                approvedAt,
                approvalCaseId,
                custom,
                version);
    }

    /** Whether flows would see the same, beside what fields say that administrators have added. */
    boolean isSamePlan(CampaignFacts other) {
        return plan().equals(other.plan());
    }

    /** The field of the form in which another is more than described otherwise: by its method, region or products; null for none. */
    @Nullable
    String differsIn(CampaignFacts other) {
        Map<String, Object> now = plan();
        Map<String, Object> then = other.plan();
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(now.get(field.getKey()), then.get(field.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> plan() {
        Map<String, Object> plan = values();
        plan.remove(CampaignKeys.OWNER);
        plan.remove(CampaignKeys.OWNER_TEAM);
        return plan;
    }

    /** As conditions look at it. @param added what fields say that administrators have added */
    SubjectState asSubject(Map<String, Object> added) {
        Map<String, Object> all = values();
        all.putAll(added);
        return new SubjectState(
                id, name, "/marketing/campaigns/" + id, ownerId, teamId, budget, currency, version, all);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(CampaignKeys.BUDGET, baseBudget.stripTrailingZeros());
        put(values, CampaignKeys.REVENUE, stripped(baseExpectedRevenue));
        put(values, CampaignKeys.RETURN, expectedReturn());
        values.put(CampaignKeys.METHOD, String.valueOf(methodId));
        put(values, CampaignKeys.REGION, region);
        values.put(CampaignKeys.START, startOn);
        values.put(CampaignKeys.DAYS, BigDecimal.valueOf(ChronoUnit.DAYS.between(startOn, endOn) + 1));
        values.put(CampaignKeys.OWNER, ownerId);
        put(values, CampaignKeys.OWNER_TEAM, teamId);
        values.put(CampaignKeys.END, endOn);
        values.put(CampaignKeys.PRODUCTS, products.toString());
        values.put(CampaignKeys.LINES, lines);
        values.put(CampaignKeys.CURRENCY, currency);
        put(values, CampaignKeys.PARTICIPANTS, expectedParticipants);
        put(values, CampaignKeys.OPPORTUNITIES, expectedOpportunities);
        return values;
    }

    /** (revenue - budget) / budget in per cent; null while one of them is unknown or nothing is to be spent. */
    private @Nullable BigDecimal expectedReturn() {
        if (baseExpectedRevenue == null || baseBudget.signum() == 0) {
            return null;
        }
        return stripped(
                baseExpectedRevenue.subtract(baseBudget).multiply(HUNDRED).divide(baseBudget, 2, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
