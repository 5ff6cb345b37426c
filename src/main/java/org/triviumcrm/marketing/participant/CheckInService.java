package org.triviumcrm.marketing.participant;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignPage;
import org.triviumcrm.marketing.campaign.CampaignService;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.lead.LeadService;
import org.triviumcrm.marketing.participant.ParticipantRepository.Addition;
import org.triviumcrm.marketing.people.ChosenPeople;
import org.triviumcrm.marketing.people.PeopleScope;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;

/** Whoever stands at the door says who has come, and takes in those who were not expected. */
@Service
public class CheckInService {

    /** More than fit on a phone: one types more. */
    static final int FOUND = 20;

    private static final int LONGEST = 200;

    private final GuestRepository guests;
    private final ParticipantRepository participants;
    private final ParticipantReadRepository reads;
    private final CampaignService campaigns;
    private final LeadService leads;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckInService(
            GuestRepository guests,
            ParticipantRepository participants,
            ParticipantReadRepository reads,
            CampaignService campaigns,
            LeadService leads,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.guests = guests;
        this.participants = participants;
        this.reads = reads;
        this.campaigns = campaigns;
        this.leads = leads;
        this.clock = clock;
    }

    @CanCheckIn
    @Transactional(readOnly = true)
    public CampaignPage campaign(Viewer viewer, long campaignId) {
        return campaigns.page(viewer, campaignId);
    }

    /** How many people are in each status. */
    @CanCheckIn
    @Transactional(readOnly = true)
    public Map<ParticipantStatus, Long> counts(Viewer viewer, long campaignId) {
        return reads.counts(campaigns.page(viewer, campaignId).id());
    }

    /** Participants found by name, company, telephone or e-mail; none for less than two characters. */
    @CanCheckIn
    @Transactional(readOnly = true)
    public List<Guest> find(Viewer viewer, long campaignId, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        campaigns.page(viewer, campaignId);
        return text.length() < 2
                ? List.of()
                : guests.find(viewer, campaignId, text.substring(0, Math.min(LONGEST, text.length())), FOUND);
    }

    /** @return how many have come by that: none of those who were here already, or while the campaign is not approved */
    @CanCheckIn
    @Transactional
    public long arrive(Viewer viewer, long campaignId, List<Long> ids) {
        participants.hold(viewer, campaignId).orElseThrow(NotFound::new);
        return participants
                .move(rows(viewer, campaignId, ids, ""), ParticipantStatus.ATTENDED, clock.instant())
                .done();
    }

    /** They have not come after all. */
    @CanCheckIn
    @Transactional
    public long undo(Viewer viewer, long campaignId, List<Long> ids) {
        participants.hold(viewer, campaignId).orElseThrow(NotFound::new);
        ParticipantsMoved moved =
                participants.stepBack(rows(viewer, campaignId, ids, " and cp.status = 'ATTENDED'"), clock.instant());
        if (!moved.undone().campaignIds().isEmpty()) {
            events.publishEvent(moved.undone());
        }
        return moved.done();
    }

    /**
     * A lead of its own, who is here.
     *
     * @throws ParticipantRefused when nobody can come while the campaign is in its state
     */
    @CanCheckIn
    @Transactional
    public void walkIn(Viewer viewer, long campaignId, WalkIn input) {
        CampaignState state = participants.hold(viewer, campaignId).orElseThrow(NotFound::new);
        if (!ParticipantStatus.ATTENDED.fits(state)) {
            throw new ParticipantRefused(null, "marketing.checkIn.closed");
        }
        String name = campaigns.page(viewer, campaignId).name();
        long lead = leads.capture(viewer, input.toLead(name, campaignId, viewer.personId()), Map.of());
        Addition addition = new Addition(campaignId, ParticipantStatus.ATTENDED, ParticipantSource.CHECK_IN, null);
        participants.add(addition, ChosenPeople.one(viewer, PersonKind.LEAD, lead), clock.instant());
    }

    /** Those of them who take part in this campaign, as far as the viewer sees them. */
    private static MatchingRows rows(Viewer viewer, long campaignId, List<Long> ids, String condition) {
        PeopleScope scope = new PeopleScope(viewer, "campaign");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("checkedIds", ids.toArray(Long[]::new));
        parameters.put("checkedIn", campaignId);
        return new MatchingRows(
                ParticipantList.PATH,
                "select cp.id from campaign_participant cp where cp.id = any(:checkedIds) and cp.campaign_id = :checkedIn"
                        + condition + " and " + scope.sql("cp"),
                parameters);
    }
}
