package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of an opportunity's life: who, when, why, and how many seconds it had been so. Never changed. */
@Entity
@Table(name = "state_change")
public class StateChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "state_change")
    @SequenceGenerator(name = "state_change", sequenceName = "state_change_seq", allocationSize = 50)
    private @Nullable Long id;

    private long opportunityId;

    @Enumerated(EnumType.STRING)
    private OpportunityState fromState;

    @Enumerated(EnumType.STRING)
    private OpportunityState toState;

    @Enumerated(EnumType.STRING)
    private Finish fromFinish;

    @Enumerated(EnumType.STRING)
    private Finish toFinish;

    private Instant at;
    private @Nullable Long byPersonId;
    private @Nullable String reason;
    private long stayedSeconds;

    @SuppressWarnings("NullAway")
    protected StateChange() {}

    /** @param by id of the person, 0 for a job */
    StateChange(
            long opportunityId,
            OpportunityLife from,
            OpportunityLife to,
            Instant since,
            Instant at,
            long by,
            @Nullable String reason) {
        this.opportunityId = opportunityId;
        this.fromState = from.state();
        this.fromFinish = from.finish();
        this.toState = to.state();
        this.toFinish = to.finish();
        this.at = at;
        this.stayedSeconds = Math.max(0, Duration.between(since, at).toSeconds());
        this.byPersonId = by == 0 ? null : by;
        this.reason = reason;
    }
}
