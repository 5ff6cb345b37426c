package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.envers.NotAudited;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageKind;

/** Where an opportunity stands in its pipeline, since when, and what chance that gives it. */
@Embeddable
class StagePosition {

    private long pipelineId;
    private long stageId;

    /** In percent. */
    private BigDecimal probability;

    @NotAudited
    private Instant stageEnteredAt;

    @SuppressWarnings("NullAway")
    protected StagePosition() {}

    private StagePosition(Stage stage, Instant since) {
        pipelineId = stage.getPipelineId();
        stageId = stage.getId();
        probability = stage.getProbability();
        stageEnteredAt = since;
    }

    /** @throws IllegalMove when the stage is not an open one */
    static StagePosition beginning(Stage stage, Instant now) {
        if (stage.getKind() != StageKind.OPEN) {
            throw wrongStage();
        }
        return new StagePosition(stage, now);
    }

    /** @throws IllegalMove when the stage is of another kind or pipeline */
    StagePosition next(Stage stage, StageKind kind, Instant now) {
        if (stage.getKind() != kind || stage.getPipelineId() != pipelineId) {
            throw wrongStage();
        }
        return new StagePosition(stage, now);
    }

    /** @throws IllegalMove when it is not another open stage of this pipeline */
    void requireOther(Stage stage) {
        next(stage, StageKind.OPEN, stageEnteredAt);
        if (stage.getId() == stageId) {
            throw new IllegalMove("sales.opportunity.error.sameStage");
        }
    }

    /** The step from here to the next position. */
    StageChange change(StagePosition next, long opportunityId, long by) {
        long stayed = Math.max(
                0, Duration.between(stageEnteredAt, next.stageEnteredAt).toSeconds());
        return new StageChange(opportunityId, pipelineId, stageId, next.stageId, next.stageEnteredAt, stayed, by);
    }

    /** The same place with a chance of its own, in percent. */
    void expect(BigDecimal ownProbability) {
        probability = ownProbability;
    }

    long pipelineId() {
        return pipelineId;
    }

    long stageId() {
        return stageId;
    }

    BigDecimal probability() {
        return probability;
    }

    private static IllegalMove wrongStage() {
        return new IllegalMove("sales.opportunity.error.stage");
    }
}
