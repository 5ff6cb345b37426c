package org.triviumcrm.marketing.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignExits;
import org.triviumcrm.marketing.exit.CampaignPassage;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.shared.web.NotFound;

/** The steps in a campaign's life: having its plan approved, starting, completing, cancelling, taking it up again. */
@Service
public class CampaignLifeService {

    private final CampaignService campaigns;
    private final CampaignPageRepository pages;
    private final CampaignExits exits;
    private final Clock clock;

    CampaignLifeService(CampaignService campaigns, CampaignPageRepository pages, CampaignExits exits, Clock clock) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.exits = exits;
        this.clock = clock;
    }

    /**
     * Has the plan approved; at once where no flow asks for it.
     *
     * @throws org.triviumcrm.approval.ApprovalNeeded when somebody has to approve it
     * @throws org.triviumcrm.marketing.exit.IllegalStep when its state does not allow it
     */
    @CanEditCampaigns
    @Transactional
    public void submit(Viewer viewer, long id) {
        step(viewer, id, CampaignStep.SUBMIT, Map.of(), null);
    }

    /** @throws org.triviumcrm.approval.ApprovalNeeded when it is not any more what was approved */
    @CanRunCampaigns
    @Transactional
    public void start(Viewer viewer, long id) {
        step(viewer, id, CampaignStep.START, Map.of(), null);
    }

    @CanRunCampaigns
    @Transactional
    public void complete(Viewer viewer, long id) {
        step(viewer, id, CampaignStep.COMPLETE, Map.of(), null);
    }

    /** @throws org.triviumcrm.approval.ApprovalNeeded when cancelling what was approved has to be approved as well */
    @CanRunCampaigns
    @Transactional
    public void cancel(Viewer viewer, long id, CancelCampaign input) {
        step(viewer, id, CampaignStep.CANCEL, input, input.reason());
    }

    /** What was completed runs again; what was cancelled is planned anew, and what was approved does not count any more. */
    @CanRunCampaigns
    @Transactional
    public void resume(Viewer viewer, long id, ResumeCampaign input) {
        boolean anew = campaigns.now(id).state() == CampaignState.CANCELLED;
        step(viewer, id, CampaignStep.RESUME, input, input.reason());
        if (anew) {
            exits.forget(id, "marketing.campaign.change.plannedAnew");
        }
    }

    /** What stands in the way of a step, for pages that tell beforehand. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public Optional<Foretold> foretell(Viewer viewer, CampaignPage page, CampaignStep step) {
        return page.isLocked() || !step.isOffered(page.state())
                ? Optional.empty()
                : exits.foretell(viewer, step, campaigns.now(page.id()));
    }

    /** What the viewer asked for in a case that was returned. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public Optional<ApprovedAction> returned(Viewer viewer, long id) {
        return pages.find(viewer, id)
                .map(page -> exits.returned(viewer, page.id()))
                .orElseThrow(NotFound::new);
    }

    private void step(Viewer viewer, long id, CampaignStep step, Object input, @Nullable String reason) {
        Campaign campaign = campaigns.load(viewer, id);
        CampaignState before = campaign.getState();
        Instant since = campaign.getStateSince();
        // as the database keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CampaignPassage passage = exits.open(step, campaigns.now(id), input, UnaryOperator.identity());
        campaign.take(passage, step, now);
        if (campaign.getState() != before) {
            Long by = viewer.isJob() ? null : viewer.personId();
            String said =
                    step == CampaignStep.SUBMIT && !passage.isDecided() ? "marketing.campaign.change.noFlow" : reason;
            pages.note(id, before, campaign.getState(), since, now, by, said);
        }
    }
}
