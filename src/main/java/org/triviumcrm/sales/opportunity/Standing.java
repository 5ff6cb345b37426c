package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Where an opportunity is in its life, since when, and what was said about it. Steps only as {@link OpportunityLife} allows. */
@Embeddable
class Standing {

    @Enumerated(EnumType.STRING)
    private OpportunityState state = OpportunityState.OPEN;

    @Enumerated(EnumType.STRING)
    private Finish finish = Finish.NONE;

    @NotAudited
    private Instant stateEnteredAt;

    private @Nullable LocalDate suspendedUntil;
    private @Nullable String suspendReason;

    @NotAudited
    private @Nullable Long poolId;

    private @Nullable LocalDate closedOn;
    private @Nullable Long lostReasonId;
    private @Nullable String closingNote;
    private @Nullable String lessons;

    @SuppressWarnings("NullAway")
    protected Standing() {}

    Standing(Instant since) {
        stateEnteredAt = since;
    }

    OpportunityLife life() {
        return new OpportunityLife(state, finish);
    }

    /** @throws IllegalMove when the step is not allowed now */
    void require(LifeStep step) {
        life().after(step);
    }

    /**
     * Back to the beginning, or on: what belongs to where it was is forgotten here and stays in the history.
     *
     * @throws IllegalMove when the step is not allowed now
     */
    void take(LifeStep step, Instant now) {
        OpportunityLife next = life().after(step);
        if (next.state() != state) {
            suspendedUntil = null;
            suspendReason = null;
            poolId = null;
        }
        if (!next.state().isDecided()) {
            closedOn = null;
            lostReasonId = null;
            closingNote = null;
            lessons = null;
        }
        state = next.state();
        finish = next.finish();
        stateEnteredAt = now;
    }

    void suspend(LocalDate until, String reason, Instant now) {
        take(LifeStep.SUSPEND, now);
        suspendedUntil = until;
        suspendReason = reason;
    }

    void pool(long pool, Instant now) {
        take(LifeStep.POOL, now);
        poolId = pool;
    }

    /** @param step one that decides */
    void end(LifeStep step, Ending ending, Instant now) {
        take(step, now);
        closedOn = ending.on();
        lostReasonId = ending.reasonId();
        closingNote = ending.summary();
        lessons = ending.lessons();
    }

    void close(String finalSummary, @Nullable String learned, Instant now) {
        take(LifeStep.CLOSE, now);
        closingNote = finalSummary;
        lessons = learned;
    }

    OpportunityState state() {
        return state;
    }

    Instant since() {
        return stateEnteredAt;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    @Nullable
    Long lostReasonId() {
        return lostReasonId;
    }

    @Nullable
    Long poolId() {
        return poolId;
    }

    @Nullable
    LocalDate suspendedUntil() {
        return suspendedUntil;
    }
}
