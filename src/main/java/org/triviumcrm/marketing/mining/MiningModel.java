package org.triviumcrm.marketing.mining;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.marketing.MiningQuestion;

/**
 * A question, what is learned from, how, and how far that is.
 *
 * @param subject key of what is learned about, see {@link MiningSubject}
 * @param question key of what is to be learned
 * @param thing what it is about, such as the product's number; null where nothing is chosen
 * @param audienceId the target list it was learned from; null for all customers
 * @param segmentId the segment it was learned from; null for all customers
 * @param attributes keys of those that were chosen
 * @param stage what is being done
 * @param failure message of why it failed
 * @param dataAt of when the data is
 * @param rows how many were learned from
 * @param figures what was found, as JSON
 * @param scoring how far scoring is; null before
 * @param shownAt since when it is shown beside the points of leads; null where it is not
 */
public record MiningModel(
        long id,
        String name,
        String subject,
        String question,
        @Nullable String thing,
        @Nullable Long audienceId,
        @Nullable Long segmentId,
        List<String> attributes,
        @Nullable Integer depth,
        @Nullable Integer leaf,
        boolean balanced,
        MiningState state,
        @Nullable String stage,
        int percent,
        @Nullable String failure,
        @Nullable Instant dataAt,
        long rows,
        long yes,
        @Nullable Double auc,
        @Nullable String figures,
        @Nullable ScoringState scoring,
        long scored,
        long scoredTo,
        @Nullable Instant scoredAt,
        @Nullable Instant shownAt,
        long createdBy,
        @Nullable String by,
        Instant createdAt) {

    /** How far it is with asking the model about everybody. */
    public enum ScoringState {
        RUNNING,
        DONE,
        FAILED
    }

    MiningPopulation population() {
        return new MiningPopulation(audienceId, segmentId);
    }

    public boolean isAboutLeads() {
        return subject.equals(MiningQuestion.LEAD);
    }

    public boolean isShown() {
        return shownAt != null;
    }

    public boolean isBusy() {
        return state.isBusy() || scoring == ScoringState.RUNNING;
    }

    public boolean isScored() {
        return scoring == ScoringState.DONE;
    }

    /** As it was once, when it had learned this. */
    MiningModel at(MiningRun run) {
        return new MiningModel(
                id,
                name,
                subject,
                question,
                thing,
                audienceId,
                segmentId,
                run.attributes(),
                run.depth(),
                run.leaf(),
                run.balanced(),
                MiningState.READY,
                null,
                100,
                null,
                run.dataAt(),
                run.rows(),
                run.yes(),
                run.auc(),
                run.figures(),
                null,
                0,
                0,
                null,
                null,
                createdBy,
                run.by(),
                createdAt);
    }

    /** The same question about something else. */
    MiningModel about(String other) {
        return new MiningModel(
                id,
                name,
                subject,
                question,
                other,
                audienceId,
                segmentId,
                attributes,
                depth,
                leaf,
                balanced,
                state,
                stage,
                percent,
                failure,
                dataAt,
                rows,
                yes,
                auc,
                figures,
                scoring,
                scored,
                scoredTo,
                scoredAt,
                shownAt,
                createdBy,
                by,
                createdAt);
    }
}
