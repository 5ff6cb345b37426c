package org.triviumcrm.support.sla;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How all promises about a ticket stand together; the worst first. */
public enum PromiseStanding {
    BROKEN,
    /** Its time is nearly over. */
    AT_RISK,
    RUNNING,
    PAUSED,
    MET;

    /** One promise, and whether it was warned that its time is nearly over. */
    record One(PromiseState state, boolean warned) {

        @Nullable
        PromiseStanding standing() {
            return switch (state) {
                case BROKEN -> BROKEN;
                case RUNNING -> warned ? AT_RISK : RUNNING;
                case PAUSED -> PAUSED;
                case MET -> MET;
                case IDLE, DROPPED -> null;
            };
        }
    }

    /** The worst; null when nothing is promised. */
    static @Nullable PromiseStanding of(Collection<One> all) {
        PromiseStanding worst = null;
        for (One one : all) {
            PromiseStanding standing = one.standing();
            if (standing != null && (worst == null || standing.compareTo(worst) < 0)) {
                worst = standing;
            }
        }
        return worst;
    }

    /** The kind of badge: the class {@code state-<kind>}. */
    public String badge() {
        return switch (this) {
            case BROKEN -> "overdue";
            case AT_RISK -> "pending";
            case RUNNING -> "open";
            case PAUSED -> "waiting";
            case MET -> "done";
        };
    }
}
