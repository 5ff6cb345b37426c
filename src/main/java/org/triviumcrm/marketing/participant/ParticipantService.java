package org.triviumcrm.marketing.participant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.participant.ParticipantRepository.Added;
import org.triviumcrm.marketing.participant.ParticipantRepository.Addition;
import org.triviumcrm.marketing.participant.ParticipantRepository.Outcome;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** Puts people into campaigns, one or many. */
@Service
public class ParticipantService {

    private static final int CHOICES = 7;
    private static final int LATELY = 20;
    private static final String CAMPAIGN = "/marketing/campaigns/";
    private static final BulkRefusal CLOSED = BulkRefusal.of("marketing.participant.refused.closed");
    private static final BulkRefusal MUTE = BulkRefusal.of("marketing.participant.refused.mute");
    private static final BulkRefusal THERE = BulkRefusal.of("marketing.participant.refused.there");
    private static final BulkRefusal NOBODY = BulkRefusal.of("marketing.participant.refused.nobody");
    private static final BulkRefusal MOVED_ON = BulkRefusal.of("marketing.participant.refused.movedOn");

    private final ParticipantRepository participants;
    private final ParticipantReadRepository reads;
    private final CampaignService campaigns;
    private final Search search;
    private final Visits visits;
    private final MessageSource messages;
    private final Clock clock;

    ParticipantService(
            ParticipantRepository participants,
            ParticipantReadRepository reads,
            CampaignService campaigns,
            Search search,
            Visits visits,
            MessageSource messages,
            Clock clock) {
        this.participants = participants;
        this.reads = reads;
        this.campaigns = campaigns;
        this.search = search;
        this.visits = visits;
        this.messages = messages;
        this.clock = clock;
    }

    /** How many people are in each status. */
    @CanViewParticipants
    @Transactional(readOnly = true)
    public ParticipantFigures figures(Viewer viewer, long campaignId) {
        CampaignPage campaign = campaigns.page(viewer, campaignId);
        boolean all = new ParticipantScope(viewer).isAll();
        return new ParticipantFigures(
                campaignId, campaign.state(), campaign.expectedParticipants(), reads.counts(campaignId), all);
    }

    /** Customers, contacts and leads that the viewer sees, found by what was typed; values as {@link AddParticipant} takes them. */
    @CanEditParticipants
    @Transactional(readOnly = true)
    public List<Option> people(Viewer viewer, @Nullable String typed) {
        List<Option> found = new ArrayList<>();
        for (PersonKind kind : PersonKind.values()) {
            String word = messages.getMessage("marketing.participant.kind." + kind, null, viewer.locale());
            search.choices(viewer, kind.noun(), typed == null ? "" : typed, CHOICES)
                    .forEach(hit -> found.add(new Option(kind.noun() + ":" + hit.id(), hit.text() + " · " + word)));
        }
        return found;
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

    /** What somebody who was chosen is called; null when the viewer does not see them. */
    @CanEditParticipants
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, PersonKind kind, long id) {
        return reads.name(viewer, kind, id);
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
        if (!viewer.can(input.kind().permission())) {
            throw new NotFound();
        }
        Addition addition =
                new Addition(campaignId, input.kind(), input.statusOrChosen(), ParticipantSource.HAND, null);
        Outcome outcome = participants.add(addition, viewer, List.of(input.id()), false, clock.instant()).stream()
                .map(Added::outcome)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (outcome != Outcome.ADDED) {
            throw new ParticipantRefused("who", "marketing.participant.error." + outcome);
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
        Addition addition = new Addition(
                input.campaignId(), kind, ParticipantStatus.CHOSEN, ParticipantSource.FILTER, batch.runId());
        Map<Long, BulkRefusal> refused =
                new HashMap<>(BulkAction.all(batch.ids(), input.meansContacts() ? NOBODY : BulkRefusal.GONE));
        for (Added one : participants.add(addition, viewer, batch.ids(), input.meansContacts(), clock.instant())) {
            switch (one.outcome()) {
                case ADDED -> refused.remove(one.id());
                case MUTE -> refused.put(one.id(), MUTE);
                case THERE -> refused.put(one.id(), THERE);
            }
        }
        return refused;
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
