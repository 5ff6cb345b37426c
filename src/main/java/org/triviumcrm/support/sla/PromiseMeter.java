package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.sla.PromiseReading.Stretch;

/** Measures one promise while {@link SlaClock} goes through what happened. */
final class PromiseMeter {

    private final PromiseKind kind;
    private final @Nullable Long target;
    private final @Nullable Long warning;
    private final BusinessHours hours;

    private final List<Stretch> stretches = new ArrayList<>();
    private @Nullable Instant startedAt;
    private @Nullable Instant since;
    private boolean counting;
    private long used;
    private @Nullable Instant dueAt;
    private @Nullable Instant warnAt;
    private @Nullable Instant brokenAt;
    private @Nullable Instant settledAt;
    private boolean dropped;
    private int kept;
    private int broken;

    PromiseMeter(PromiseKind kind, SlaTargets targets, BusinessHours hours) {
        this.kind = kind;
        this.target = targets.of(kind);
        this.warning = targets.warning(kind);
        this.hours = hours;
    }

    /** Whether somebody waits for it. */
    boolean isAwaited() {
        return startedAt != null && settledAt == null;
    }

    /** From now on somebody waits for it; what was before is forgotten but for its outcome. */
    void start(Instant at, boolean counts) {
        stretches.clear();
        startedAt = at;
        since = at;
        counting = false;
        used = 0;
        dueAt = null;
        warnAt = null;
        brokenAt = null;
        settledAt = null;
        count(at, counts);
    }

    /** Somebody waits for it again, and the same time goes on. */
    void resume(Instant at, boolean counts) {
        if (startedAt == null) {
            return;
        }
        kept = brokenAt == null ? kept - 1 : kept;
        settledAt = null;
        close(at);
        count(at, counts);
    }

    /** Its time passes from now on, or does not. */
    void count(Instant at, boolean counts) {
        if (counts == counting) {
            return;
        }
        close(at);
        counting = counts;
        if (!counts) {
            dueAt = brokenAt;
            warnAt = warnAt != null && warnAt.isAfter(at) ? null : warnAt;
            return;
        }
        if (target != null && brokenAt == null) {
            dueAt = hours.after(at, target - used).orElse(null);
        }
        if (warning != null && warnAt == null) {
            warnAt = hours.after(at, warning - used).orElse(null);
        }
    }

    /** What was promised has come. */
    void settle(Instant at) {
        if (isAwaited()) {
            close(at);
            count(at, false);
            settledAt = at;
            kept = brokenAt == null ? kept + 1 : kept;
        }
    }

    /** It can't come any more. */
    void drop(Instant at) {
        if (isAwaited()) {
            close(at);
            count(at, false);
            settledAt = at;
            dropped = brokenAt == null;
        }
    }

    PromiseReading read(Instant now) {
        close(now);
        return new PromiseReading(
                kind,
                state(),
                target,
                startedAt,
                brokenAt == null ? dueAt : brokenAt,
                warnAt,
                counting,
                used,
                brokenAt,
                settledAt,
                kept,
                broken,
                List.copyOf(stretches));
    }

    private PromiseState state() {
        if (brokenAt != null) {
            return PromiseState.BROKEN;
        }
        if (startedAt == null) {
            return PromiseState.IDLE;
        }
        if (settledAt != null) {
            return dropped ? PromiseState.DROPPED : PromiseState.MET;
        }
        return counting ? PromiseState.RUNNING : PromiseState.PAUSED;
    }

    /** Ends the stretch that has run until now; what is settled does not run. */
    private void close(Instant at) {
        if (since == null || settledAt != null || !since.isBefore(at)) {
            return;
        }
        long seconds = counting ? hours.seconds(since, at) : 0;
        used += seconds;
        stretches.add(new Stretch(since, at, counting, seconds));
        since = at;
        if (counting && brokenAt == null && dueAt != null && dueAt.isBefore(at)) {
            brokenAt = dueAt;
            broken++;
        }
    }
}
