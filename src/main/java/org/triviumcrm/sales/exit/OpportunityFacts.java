package org.triviumcrm.sales.exit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.SubjectState;
import org.triviumcrm.customer.CustomValues;

/**
 * An opportunity as approvals look at it, with what stands about it elsewhere.
 *
 * @param id null for one that is only about to be created
 * @param there what stands at its customer and its product
 * @param first whether the stage is the first of its pipeline
 * @param stageEnteredAt when it came into its stage
 * @param custom what the fields hold that administrators have added
 */
public record OpportunityFacts(
        @Nullable Long id,
        String name,
        @Nullable Long customerId,
        @Nullable Long productId,
        Surroundings there,
        @Nullable BigDecimal amount,
        String currency,
        BigDecimal baseAmount,
        BigDecimal probability,
        @Nullable LocalDate expectedClose,
        long pipelineId,
        long stageId,
        boolean first,
        String state,
        Instant stageEnteredAt,
        long ownerId,
        @Nullable Long teamId,
        @Nullable Long territoryId,
        CustomValues custom,
        int version) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** In another stage. @param chance in per cent */
    public OpportunityFacts in(long otherStage, BigDecimal chance) {
        return copy(amount, currency, baseAmount, chance, expectedClose, otherStage);
    }

    /** Worth something else. @param base in the currency of the company */
    public OpportunityFacts worth(@Nullable BigDecimal other, String otherCurrency, BigDecimal base) {
        return copy(other, otherCurrency, base, probability, expectedClose, stageId);
    }

    /** Expected on another day, with another chance in per cent. */
    public OpportunityFacts expected(@Nullable LocalDate day, @Nullable BigDecimal chance) {
        return copy(amount, currency, baseAmount, chance == null ? probability : chance, day, stageId);
    }

    /** About another product, for another customer. */
    public OpportunityFacts about(@Nullable Long customer, @Nullable Long product, Surroundings surroundings) {
        return new OpportunityFacts(
                id,
                name,
                customer,
                product,
                surroundings,
                amount,
                currency,
                baseAmount,
                probability,
                expectedClose,
                pipelineId,
                stageId,
                first,
                state,
                stageEnteredAt,
                ownerId,
                teamId,
                territoryId,
                custom,
                version);
    }

    /** In the hands of somebody else, in another pipeline. */
    public OpportunityFacts heldBy(long otherOwner, @Nullable Long otherTeam, long otherPipeline) {
        return new OpportunityFacts(
                id,
                name,
                customerId,
                productId,
                there,
                amount,
                currency,
                baseAmount,
                probability,
                expectedClose,
                otherPipeline,
                stageId,
                first,
                state,
                stageEnteredAt,
                otherOwner,
                otherTeam,
                territoryId,
                custom,
                version);
    }

    /** With these values of the fields that administrators have added. */
    public OpportunityFacts saying(CustomValues values) {
        return new OpportunityFacts(
                id,
                name,
                customerId,
                productId,
                there,
                amount,
                currency,
                baseAmount,
                probability,
                expectedClose,
                pipelineId,
                stageId,
                first,
                state,
                stageEnteredAt,
                ownerId,
                teamId,
                territoryId,
                values,
                version);
    }

    private OpportunityFacts copy(
            @Nullable BigDecimal otherAmount,
            String otherCurrency,
            BigDecimal otherBase,
            BigDecimal otherChance,
            @Nullable LocalDate otherDay,
            long otherStage) {
        return new OpportunityFacts(
                id,
                name,
                customerId,
                productId,
                there,
                otherAmount,
                otherCurrency,
                otherBase,
                otherChance,
                otherDay,
                pipelineId,
                otherStage,
                first,
                state,
                stageEnteredAt,
                ownerId,
                teamId,
                territoryId,
                custom,
                version);
    }

    /** As conditions look at it; see {@link FactKeys} for the keys. @param added what fields say that administrators have added */
    SubjectState asSubject(Map<String, Object> added) {
        Map<String, Object> values = new LinkedHashMap<>(added);
        if (amount != null) {
            values.put(FactKeys.AMOUNT, baseAmount);
        }
        put(values, FactKeys.DISCOUNT, discount());
        there.put(values);
        put(values, FactKeys.OWNER_TEAM, teamId);
        put(values, FactKeys.TERRITORY, territoryId);
        values.put(FactKeys.PIPELINE, String.valueOf(pipelineId));
        values.put(FactKeys.STAGE, String.valueOf(stageId));
        put(values, FactKeys.PRODUCT, productId == null ? null : String.valueOf(productId));
        values.put(FactKeys.PROBABILITY, probability);
        put(values, FactKeys.EXPECTED_CLOSE, expectedClose);
        values.put(FactKeys.OWNER, ownerId);
        put(values, FactKeys.CUSTOMER, customerId);
        values.put(FactKeys.CURRENCY, currency);
        return new SubjectState(
                id,
                name,
                "/sales/opportunities/" + (id == null ? "new" : id),
                ownerId,
                teamId,
                amount,
                currency,
                version,
                values);
    }

    /** In per cent of the list price; null where there is none in the same currency. */
    private @Nullable BigDecimal discount() {
        BigDecimal listPrice = there.listPrice();
        if (amount == null || listPrice == null || listPrice.signum() <= 0 || !currency.equals(there.listCurrency())) {
            return null;
        }
        return HUNDRED.subtract(amount.multiply(HUNDRED).divide(listPrice, 2, RoundingMode.HALF_UP));
    }

    private static void put(Map<String, Object> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put(key, value);
        }
    }
}
