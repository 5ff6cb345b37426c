package org.triviumcrm.marketing.exit;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people do with a campaign, from where it may be done and where it leads. */
public enum CampaignStep {
    /** Has the plan approved, by those whom a flow asks or at once where none does. */
    SUBMIT(
            CampaignKeys.PLAN,
            Map.of(
                    CampaignState.PLANNED, CampaignState.APPROVED,
                    CampaignState.SUBMITTED, CampaignState.APPROVED,
                    CampaignState.APPROVED, CampaignState.APPROVED)),
    START(null, Map.of(CampaignState.APPROVED, CampaignState.RUNNING)),
    COMPLETE(null, Map.of(CampaignState.RUNNING, CampaignState.COMPLETED)),
    CANCEL(
            CampaignKeys.CANCEL,
            Map.of(
                    CampaignState.PLANNED, CampaignState.CANCELLED,
                    CampaignState.APPROVED, CampaignState.CANCELLED,
                    CampaignState.RUNNING, CampaignState.CANCELLED)),
    /** Takes up again what was completed or cancelled; what was cancelled is planned anew. */
    RESUME(
            null,
            Map.of(
                    CampaignState.COMPLETED, CampaignState.RUNNING,
                    CampaignState.CANCELLED, CampaignState.PLANNED)),
    /** Changes what is typed into its form. */
    REVISE(CampaignKeys.PLAN, stays(CampaignState.PLANNED, CampaignState.APPROVED, CampaignState.RUNNING)),
    /** Mends what is said of one that came from a file and is over: what it was, not what it cost or was to bring. */
    MEND(null, stays(CampaignState.COMPLETED)),
    /** Changes what its money is meant for. */
    BUDGET(CampaignKeys.PLAN, stays(CampaignState.PLANNED, CampaignState.APPROVED, CampaignState.RUNNING)),
    DELETE(null, stays(CampaignState.PLANNED, CampaignState.CANCELLED));

    private final @Nullable String trigger;
    private final Map<CampaignState, CampaignState> ways;

    CampaignStep(@Nullable String trigger, Map<CampaignState, CampaignState> ways) {
        this.trigger = trigger;
        this.ways = ways;
    }

    private static Map<CampaignState, CampaignState> stays(CampaignState... states) {
        Map<CampaignState, CampaignState> ways = new EnumMap<>(CampaignState.class);
        Set.of(states).forEach(state -> ways.put(state, state));
        return ways;
    }

    /** The trigger of flows that can ask for it; null where none can. */
    @Nullable
    String trigger() {
        return trigger;
    }

    /** Whether it may be done in this state. */
    public boolean isOffered(CampaignState now) {
        return ways.containsKey(now);
    }

    /** @throws IllegalStep when it can't be done in this state */
    public CampaignState after(CampaignState now) {
        CampaignState then = ways.get(now);
        if (then == null) {
            throw new IllegalStep("marketing.campaign.error." + this + "." + now);
        }
        return then;
    }
}
