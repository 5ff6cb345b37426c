package org.triviumcrm.marketing.participant;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.participant.ParticipantRepository.Addition;
import org.triviumcrm.marketing.people.ChosenPeople;
import org.triviumcrm.marketing.people.Joined;
import org.triviumcrm.marketing.people.Joined.Outcome;
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.people.Who;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Puts people into campaigns, one or many. */
@Service
public class ParticipantService {

    private static final int LATELY = 20;
    private static final String CAMPAIGN = "/marketing/campaigns/";
    private static final BulkRefusal CLOSED = BulkRefusal.of("marketing.participant.refused.closed");
    private static final BulkRefusal THERE = BulkRefusal.of("marketing.participant.refused.there");
    private static final BulkRefusal MOVED_ON = BulkRefusal.of("marketing.participant.refused.movedOn");

    private final ParticipantRepository participants;
    private final ParticipantReadRepository reads;
    private final CampaignService campaigns;
    private final Visits visits;
    private final Clock clock;

    ParticipantService(
            ParticipantRepository participants,
            ParticipantReadRepository reads,
            CampaignService campaigns,
            Visits visits,
            Clock clock) {
        this.participants = participants;
        this.reads = reads;
        this.campaigns = campaigns;
        this.visits = visits;
        this.clock = clock;
    }

    /** How many people are in each status. */
    @CanViewParticipants
    @Transactional(readOnly = true)
    public ParticipantFigures figures(Viewer viewer, long campaignId) {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        boolean all = new PeopleScope(viewer, "campaign").isAll();
        return new ParticipantFigures(
                campaignId, campaign.state(), campaign.expectedParticipants(), reads.counts(campaignId), all);
    }

    /** The campaign that the viewer looked at last, which is likely to be the one that people are chosen for. */
    @CanEditParticipants
    @Transactional(readOnly = true)
    public Optional<Option> lately(Viewer viewer) {
        return visits.recent(viewer, LATELY, null).stream()
                .filter(record -> record.href().matches(CAMPAIGN + "\\d+"))
                .findFirst()
                .map(record -> new Option(Long.valueOf(record.href().substring(CAMPAIGN.length())), record.name()));
    }

    /**
     * @throws NotFound when the viewer sees the campaign or the person not
     * @throws ParticipantRefused when the campaign does not allow it, the person takes part already, or wants to hear nothing
     */
    @CanEditParticipants
    @Transactional
    public void add(Viewer viewer, long campaignId, AddParticipant input) {
        CampaignState state = participants.hold(viewer, campaignId).orElseThrow(NotFound::new);
        if (!input.statusOrChosen().fits(state)) {
            throw new ParticipantRefused("status", "marketing.participant.error.state." + state);
        }
        Who who = input.person();
        if (!viewer.can(who.kind().permission())) {
            throw new NotFound();
        }
        Addition addition = new Addition(campaignId, input.statusOrChosen(), ParticipantSource.HAND, null);
        ChosenPeople one = ChosenPeople.one(viewer, who.kind(), who.id());
        Outcome outcome = participants.add(addition, one, clock.instant()).stream()
                .map(Joined::outcome)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (outcome != Outcome.ADDED) {
            throw new ParticipantRefused("who", "marketing.participant.error." + outcome);
        }
    }

    /**
     * @throws NotFound when the viewer does not see the campaign, or the target list
     * @throws ParticipantRefused when it was cancelled
     */
    @CanEditParticipants
    @Transactional(readOnly = true)
    public void requireOpen(Viewer viewer, AddToCampaign input) {
        Long list = input.audienceId();
        if (list != null && !reads.sees(viewer, list)) {
            throw new NotFound();
        }
        if (!ParticipantStatus.CHOSEN.fits(
                campaigns.page(viewer, input.campaignId()).state())) {
            throw new ParticipantRefused("campaignId", "marketing.participant.error.state.CANCELLED");
        }
    }

    /** Of records of a kind, those that were not added, and why. */
    @CanEditParticipants
    @Transactional
    public Map<Long, BulkRefusal> addMany(BulkBatch batch, Viewer viewer, PersonKind kind, AddToCampaign input) {
        boolean open = participants
                .hold(viewer, input.campaignId())
                .filter(ParticipantStatus.CHOSEN::fits)
                .isPresent();
        if (!open || input.meansContacts() && !viewer.can(PersonKind.CONTACT.permission())) {
            return BulkAction.all(batch.ids(), CLOSED);
        }
        Long list = input.audienceId();
        Addition addition = new Addition(
                input.campaignId(),
                ParticipantStatus.CHOSEN,
                list == null ? ParticipantSource.FILTER : ParticipantSource.LIST,
                batch.runId());
        ChosenPeople chosen = new ChosenPeople(
                viewer, kind, batch.ids(), input.meansContacts(), list == null ? List.of() : List.of(list));
        return Joined.refusals(chosen, participants.add(addition, chosen, clock.instant()), THERE);
    }

    /** Takes back what {@link #addMany} did; whoever has come further since stays. */
    @CanEditParticipants
    @Transactional
    public Map<Long, BulkRefusal> takeBack(BulkBatch batch, Viewer viewer, PersonKind kind, AddToCampaign input) {
        if (participants.hold(viewer, input.campaignId()).isEmpty()) {
            return BulkAction.all(batch.ids(), CLOSED);
        }
        Map<Long, BulkRefusal> refused = new HashMap<>(BulkAction.all(batch.ids(), MOVED_ON));
        participants
                .takeBack(batch.runId(), input.campaignId(), kind, input.meansContacts(), batch.ids())
                .forEach(refused::remove);
        return refused;
    }

    /** @throws NotFound when the viewer does not see the campaign */
    @CanEditParticipants
    @Transactional(readOnly = true)
    public CampaignPage campaign(Viewer viewer, long campaignId) {
        return campaigns.page(viewer, campaignId);
    }
}
