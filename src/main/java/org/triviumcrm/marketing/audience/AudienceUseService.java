package org.triviumcrm.marketing.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.identity.BulkRuns;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.participant.AddToCampaign;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Refusal;

/** Takes everybody on a target list somewhere else: into a campaign, or onto another list. */
@Service
public class AudienceUseService {

    private final AudienceReadRepository reads;
    private final BulkRuns runs;
    private final Segments segments;
    private final Clock clock;

    AudienceUseService(AudienceReadRepository reads, BulkRuns runs, Segments segments, Clock clock) {
        this.reads = reads;
        this.runs = runs;
        this.segments = segments;
        this.clock = clock;
    }

    /**
     * Puts them into a campaign; many of them in the background. Whoever has opted out is left out, and the result says so.
     *
     * @return the numbers of the runs, one for each kind of person; none when nobody is on the list whom the viewer sees
     * @throws NotFound when the viewer does not see the list or the campaign
     * @throws Refusal when the campaign was cancelled
     */
    @CanUseAudiences
    @Transactional
    public List<Long> use(Viewer viewer, long id, UseAudience input) {
        List<Long> begun = begin(viewer, id, "campaign", new AddToCampaign(input.campaign(), false, id));
        if (!begun.isEmpty()) {
            reads.use(id, input.campaign(), clock.instant(), viewer.isJob() ? null : viewer.personId());
        }
        return begun;
    }

    /**
     * Puts the customers of whom a new list is made into a campaign as well, while it fills.
     *
     * @param rows of customers
     * @throws NotFound when the viewer does not see the list or the campaign
     * @throws Refusal when the campaign was cancelled
     */
    @CanUseAudiences
    @Transactional
    public void fill(Viewer viewer, long id, long campaign, MatchingRows rows) {
        runs.begin(viewer, PersonKind.CUSTOMER.noun(), "campaign", rows, new AddToCampaign(campaign, false, id));
        reads.use(id, campaign, clock.instant(), viewer.isJob() ? null : viewer.personId());
    }

    /**
     * Puts everybody on another list onto this one, too.
     *
     * @return as {@link #use} does
     * @throws NotFound when the viewer does not see one of the lists
     * @throws AudienceRefused when it is the same list
     */
    @CanEditAudiences
    @Transactional
    public List<Long> copy(Viewer viewer, long id, CopyAudience input) {
        if (input.from() == id) {
            throw new AudienceRefused("fromId", "marketing.audience.error.same");
        }
        return begin(viewer, input.from(), AudienceAction.KEY, new AddToAudience(id, false, input.from()));
    }

    /**
     * Puts those on this list who belong to a segment, or did at the end of a day; whoever joins it later does not come by itself.
     *
     * @return the number of the run; empty when nobody belongs to it whom the viewer sees
     * @throws NotFound when the viewer does not see the list
     * @throws AudienceRefused when there is no such segment
     */
    @CanEditAudiences
    @Transactional
    public List<Long> freeze(Viewer viewer, long id, FreezeSegment input) {
        reads.find(viewer, id).orElseThrow(NotFound::new);
        MatchingRows members = segments.members(viewer, input.segment(), input.on())
                .orElseThrow(() -> new AudienceRefused("segmentId", "marketing.audience.error.segment"));
        return runs
                .begin(
                        viewer,
                        PersonKind.CUSTOMER.noun(),
                        AudienceAction.KEY,
                        members,
                        new AddToAudience(id, input.contacts(), null))
                .stream()
                .toList();
    }

    /** Segments that people can be taken from. */
    @CanEditAudiences
    @Transactional(readOnly = true)
    public List<Option> segments(Viewer viewer) {
        return segments.choices(viewer);
    }

    private List<Long> begin(Viewer viewer, long from, String action, Object input) {
        AudiencePage list = reads.find(viewer, from)
                .filter(seen -> viewer.can("marketing.audience.view"))
                .orElseThrow(NotFound::new);
        List<Long> begun = new ArrayList<>();
        for (PersonKind kind : PersonKind.values()) {
            if (viewer.can(kind.permission())) {
                runs.begin(viewer, kind.noun(), action, reads.members(viewer, list.id(), kind), input)
                        .ifPresent(begun::add);
            }
        }
        return begun;
    }
}
