package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of an opportunity from stage to stage: who, when, and how many seconds it had stayed. Never changed. */
@Entity
@Table(name = "stage_change")
public class StageChange {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stage_change")
    @SequenceGenerator(name = "stage_change", sequenceName = "stage_change_seq", allocationSize = 50)
    private @Nullable Long id;

    private long opportunityId;
    private long pipelineId;
    private @Nullable Long fromStageId;
    private long toStageId;
    private Instant at;
    private @Nullable Long stayedSeconds;
    private @Nullable Long byPersonId;
    private @Nullable String reason;

    @SuppressWarnings("NullAway")
    protected StageChange() {}

    /** @param fromStageId null for the first stage, then {@code stayedSeconds} is null as well */
    StageChange(
            long opportunityId,
            long pipelineId,
            @Nullable Long fromStageId,
            long toStageId,
            Instant at,
            @Nullable Long stayedSeconds,
            long by) {
        this.opportunityId = opportunityId;
        this.pipelineId = pipelineId;
        this.fromStageId = fromStageId;
        this.toStageId = toStageId;
        this.at = at;
        this.stayedSeconds = stayedSeconds;
        this.byPersonId = by == 0 ? null : by;
    }

    /** Why, where the rules of the pipeline want to know. */
    StageChange because(@Nullable String why) {
        reason = why == null || why.isBlank() ? null : why.strip();
        return this;
    }

    public @Nullable Long getFromStageId() {
        return fromStageId;
    }

    public long getToStageId() {
        return toStageId;
    }

    public Instant getAt() {
        return at;
    }
}
