package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.sales.pipeline.ForecastCategory;
import org.triviumcrm.sales.pipeline.StageField;

/**
 * What the page of an opportunity shows, names included.
 *
 * @param pool the pool it is in, or goes into on {@code poolOn} because of {@code poolCause}
 * @param lead what the lead is called that it was made of
 * @param changeable whether the viewer may change it, if permitted to change any
 * @param forecastChoice what somebody has said of it; null where its stage says what it counts as
 * @param territoryFixed whether somebody has put it there, and not the rules
 * @param own whether the viewer has it by its owner or team, and not only as a co-owner
 * @param onceDecided whether it was won or lost before it was reopened: it goes by purging only
 */
public record OpportunityPage(
        long id,
        String name,
        @Nullable String reference,
        @Nullable Long customerId,
        @Nullable String customer,
        @Nullable Long contactId,
        @Nullable String contact,
        @Nullable Long productId,
        @Nullable String product,
        long pipelineId,
        String pipeline,
        long stageId,
        String stage,
        OpportunityState state,
        Finish finish,
        @Nullable LocalDate suspendedUntil,
        @Nullable String suspendReason,
        @Nullable BigDecimal amount,
        String currency,
        BigDecimal baseAmount,
        BigDecimal probability,
        @Nullable LocalDate expectedCloseDate,
        @Nullable ForecastCategory forecastChoice,
        ForecastCategory forecastCategory,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        Instant stageEnteredAt,
        @Nullable String lostReason,
        @Nullable Long competitorId,
        @Nullable String competitor,
        @Nullable String closingNote,
        @Nullable String lessons,
        @Nullable String description,
        @Nullable String nextStep,
        long ownerId,
        String owner,
        @Nullable String team,
        @Nullable Long territoryId,
        @Nullable String territory,
        boolean territoryFixed,
        @Nullable Instant lastActivityAt,
        @Nullable Long approvalCaseId,
        @Nullable String pool,
        @Nullable LocalDate poolOn,
        @Nullable String poolCause,
        @Nullable Long leadId,
        @Nullable String lead,
        @Nullable String leadSource,
        Instant createdAt,
        CustomValues custom,
        int version,
        boolean changeable,
        boolean own,
        boolean onceDecided) {

    public boolean isOpen() {
        return state == OpportunityState.OPEN;
    }

    /** Whether it is in a pool, nobody's until somebody takes it out. */
    public boolean isPooled() {
        return state == OpportunityState.POOLED;
    }

    /** Whether it is known how it ended. */
    public boolean isDecided() {
        return state.isDecided();
    }

    /** Whether a {@link LifeStep} of this name may be taken now, by the viewer if permitted to. */
    public boolean may(String step) {
        return changeable && !isLocked() && would(step);
    }

    /** The same while it waits for an approval: what is shown then, though it can't be done. */
    public boolean offers(String step) {
        return changeable && would(step);
    }

    /** Whether it waits for an approval; until that is decided, no step is taken. */
    public boolean isLocked() {
        return approvalCaseId != null;
    }

    /**
     * This one, for a form that would change it.
     *
     * @throws UnderApproval while it waits for an approval
     */
    public OpportunityPage free() {
        if (approvalCaseId != null) {
            throw new UnderApproval(approvalCaseId);
        }
        return this;
    }

    /** Whether a {@link LifeStep} of this name could be taken if it waited for no approval. */
    public boolean would(String step) {
        LifeStep wanted = LifeStep.valueOf(step);
        return new OpportunityLife(state, finish).allows(wanted) && !(wanted == LifeStep.DELETE && onceDecided);
    }

    /** Amount times chance. */
    public @Nullable BigDecimal weighted() {
        return amount == null ? null : amount.multiply(probability).movePointLeft(2);
    }

    /** Whether a field that a stage can ask for has a value. */
    boolean knows(StageField field) {
        return toUpdate().answers(field);
    }

    UpdateOpportunity toUpdate() {
        return new UpdateOpportunity(
                name,
                customerId,
                contactId,
                productId,
                competitorId,
                amount,
                currency,
                probability,
                expectedCloseDate,
                nextStep,
                description,
                version,
                custom.typed());
    }
}
