package org.triviumcrm.marketing.board;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.CampaignStep;

/** What it means to put a campaign into another column. The steps themselves ask whatever has to be asked. */
enum CampaignMove {
    SUBMIT(CampaignStep.SUBMIT, "edit", false, CampaignState.PLANNED, CampaignState.SUBMITTED, CampaignState.APPROVED),
    START(CampaignStep.START, "run", false, CampaignState.APPROVED, CampaignState.RUNNING),
    COMPLETE(CampaignStep.COMPLETE, "run", false, CampaignState.RUNNING, CampaignState.COMPLETED),
    RESUME(CampaignStep.RESUME, "run", true, CampaignState.COMPLETED, CampaignState.RUNNING),
    PLAN_ANEW(CampaignStep.RESUME, "run", true, CampaignState.CANCELLED, CampaignState.PLANNED),
    CANCEL_PLANNED(CampaignStep.CANCEL, "run", true, CampaignState.PLANNED, CampaignState.CANCELLED),
    CANCEL_APPROVED(CampaignStep.CANCEL, "run", true, CampaignState.APPROVED, CampaignState.CANCELLED),
    CANCEL_RUNNING(CampaignStep.CANCEL, "run", true, CampaignState.RUNNING, CampaignState.CANCELLED);

    private final CampaignStep step;
    private final String verb;
    private final boolean asks;
    private final CampaignState from;
    private final Set<CampaignState> to;

    CampaignMove(CampaignStep step, String verb, boolean asks, CampaignState from, CampaignState... to) {
        this.step = step;
        this.verb = verb;
        this.asks = asks;
        this.from = from;
        this.to = EnumSet.copyOf(Arrays.asList(to));
    }

    static Optional<CampaignMove> of(CampaignState from, CampaignState to) {
        return Arrays.stream(values())
                .filter(move -> move.from == from && move.to.contains(to))
                .findFirst();
    }

    /** The columns to which the viewer may move a campaign that is in this state. */
    static Set<CampaignState> targets(Viewer viewer, CampaignState from) {
        Set<CampaignState> targets = EnumSet.noneOf(CampaignState.class);
        Arrays.stream(values())
                .filter(move -> move.from == from && viewer.can("marketing.campaign." + move.verb))
                .forEach(move -> targets.addAll(move.to));
        return targets;
    }

    CampaignStep step() {
        return step;
    }

    /** Whether a reason has to be typed first. */
    boolean asks() {
        return asks;
    }

    /** The form for the reason. */
    String form(long id) {
        String noun = step == CampaignStep.CANCEL ? "cancellation" : "resumption";
        return "/marketing/campaigns/" + id + "/" + noun + "?from=board";
    }
}
