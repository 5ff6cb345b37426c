package org.triviumcrm.identity.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work of a person who leaves, and who takes it over.
 *
 * @param byPersonId who had it handed over
 * @param shares who gets what
 */
public record Handover(
        long id,
        long personId,
        String person,
        long byPersonId,
        @Nullable String by,
        HandoverState state,
        Instant createdAt,
        List<Share> shares) {

    private static final Duration UNDOABLE = Duration.ofDays(7);

    /**
     * What one person takes over of one kind.
     *
     * @param label message: the kind
     * @param runId its bulk run, null for work that goes at one stroke
     * @param total how much it is; for work that goes at one stroke known when it is done
     * @param done how much has gone
     * @param refused how much stayed as it was
     */
    public record Share(
            String kind,
            String label,
            long receiverId,
            String receiver,
            @Nullable Long runId,
            long total,
            long done,
            long refused,
            long returned) {}

    public long total() {
        return shares.stream().mapToLong(Share::total).sum();
    }

    public long progress() {
        return shares.stream()
                .mapToLong(share -> state == HandoverState.UNDOING ? share.returned() : share.done() + share.refused())
                .sum();
    }

    public int percent() {
        return total() == 0 ? 100 : (int) Math.min(100, progress() * 100 / total());
    }

    public boolean mayBeUndone(Instant now) {
        return (state == HandoverState.DONE || state == HandoverState.FAILED) && now.isBefore(createdAt.plus(UNDOABLE));
    }
}
