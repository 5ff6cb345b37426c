package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.exit.CampaignExits;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.CampaignFactsRepository;
import org.triviumcrm.marketing.exit.CampaignPassage;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.CampaignStep;
import org.triviumcrm.marketing.exit.IllegalStep;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Campaigns: read, create, change, delete. */
@Service
public class CampaignService {

    private static final int CHOICES = 20;

    private final CampaignRepository campaigns;
    private final CampaignPageRepository pages;
    private final CampaignFactsRepository facts;
    private final CampaignExits exits;
    private final CampaignPlans plans;
    private final Search search;
    private final Timelines timelines;
    private final CustomFields fields;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            CampaignPageRepository pages,
            CampaignFactsRepository facts,
            CampaignExits exits,
            CampaignPlans plans,
            Search search,
            Timelines timelines,
            CustomFields fields,
            Clock clock) {
        this.campaigns = campaigns;
        this.pages = pages;
        this.facts = facts;
        this.exits = exits;
        this.plans = plans;
        this.search = search;
        this.timelines = timelines;
        this.fields = fields;
        this.clock = clock;
    }

    @CanViewCampaigns
    @Transactional(readOnly = true)
    public CampaignPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** What it is called; null when the viewer does not see it. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, long id) {
        return pages.find(viewer, id).map(CampaignPage::name).orElse(null);
    }

    /** What has happened in its life, the latest first. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public List<CampaignChange> life(Viewer viewer, long id) {
        return pages.life(page(viewer, id).id());
    }

    /** The campaigns that are parts of it. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public Related<Option> parts(Viewer viewer, long id) {
        return pages.parts(viewer, id);
    }

    /** Visible campaigns found by any two characters, for a typed search. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable String text) {
        return search.choices(viewer, CampaignList.NOUN, text == null ? "" : text, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.name()))
                .toList();
    }

    /** What a form offers: regions that are in use. */
    @CanViewCampaigns
    @Transactional(readOnly = true)
    public List<String> regions(Viewer viewer) {
        return pages.regions();
    }

    /** @throws IllegalStep at the field that can't be as it is */
    @CanCreateCampaigns
    @Transactional
    public long create(Viewer viewer, SaveCampaign input) {
        PersonRef owner = plans.owner(viewer, input.ownerId(), null);
        plans.requireFitting(viewer, input, null, null);
        BigDecimal revenue = plans.base(viewer, "expectedRevenue", input.expectedRevenue(), input.currency());
        Long by = viewer.isJob() ? null : viewer.personId();
        Campaign campaign = new Campaign(input, revenue, owner, by, clock.instant());
        campaign.keep(fields.read(viewer, CampaignFields.NOUN, input.custom(), null));
        return campaigns.save(campaign).getId();
    }

    /**
     * Of what is over and came from a file only what describes it.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalStep at the field that can't be as it is, or when its state does not allow it
     * @throws org.triviumcrm.approval.ApprovalNeeded when it is approved and would be another plan that has to be approved
     */
    @CanEditCampaigns
    @Transactional
    public void update(Viewer viewer, long id, SaveCampaign input) {
        if (input.parentId() != null) {
            pages.lockTreeToMove(id, input.parentId());
        }
        Campaign campaign = load(viewer, id);
        EditConflict.refuseStale(Campaign.class, id, input.version(), campaign.getVersion());
        CampaignFacts now = now(id);
        PersonRef owner = plans.owner(viewer, input.ownerId(), campaign);
        plans.requireFitting(viewer, input, campaign, now);
        CampaignFacts then = plans.revised(viewer, input, owner, now);
        CampaignStep step = now.state() == CampaignState.COMPLETED ? CampaignStep.MEND : CampaignStep.REVISE;
        CampaignPassage passage = exits.open(step, now, input, before -> then);
        campaign.revise(passage, step, input, then.baseExpectedRevenue(), then.baseBudget(), owner, clock.instant());
        campaign.keep(then.custom());
    }

    /**
     * Only what never counted: the rest is cancelled and stays.
     *
     * @throws IllegalStep when its state does not allow it
     * @throws DataIntegrityViolationException while something belongs to it
     */
    @CanDeleteCampaigns
    @Transactional
    public void delete(Viewer viewer, long id) {
        Campaign campaign = load(viewer, id);
        if (!pages.life(id).isEmpty()) {
            throw new IllegalStep("marketing.campaign.error.deleteWithLife");
        }
        exits.open(CampaignStep.DELETE, now(id), "", UnaryOperator.identity());
        timelines.handOver(CampaignList.NOUN, id, null);
        campaigns.delete(campaign);
        campaigns.flush();
    }

    /** For a change: nobody else changes it until this transaction ends. */
    Campaign load(Viewer viewer, long id) {
        Campaign campaign = campaigns.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(CampaignList.NOUN).includes(campaign.getOwnerId(), campaign.getTeamId())) {
            throw new NotFound();
        }
        return campaign;
    }

    CampaignFacts now(long id) {
        return facts.find(id).orElseThrow(NotFound::new);
    }
}
