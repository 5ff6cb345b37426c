package org.triviumcrm.marketing.audience;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.ChosenPeople;
import org.triviumcrm.marketing.people.Joined;
import org.triviumcrm.marketing.people.Joined.Outcome;
import org.triviumcrm.marketing.people.PersonKind;
import org.triviumcrm.marketing.people.Who;
import org.triviumcrm.shared.web.NotFound;

/** Puts people on target lists, one or many. */
@Service
public class AudienceMemberService {

    private static final BulkRefusal CLOSED = BulkRefusal.of("marketing.audience.refused.closed");
    private static final BulkRefusal THERE = BulkRefusal.of("marketing.audience.refused.there");
    private static final BulkRefusal MOVED_ON = BulkRefusal.of("marketing.audience.refused.movedOn");

    private final AudienceMemberRepository members;
    private final AudienceReadRepository reads;
    private final Clock clock;

    AudienceMemberService(AudienceMemberRepository members, AudienceReadRepository reads, Clock clock) {
        this.members = members;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * @throws NotFound when the viewer sees the list or the person not
     * @throws AudienceRefused when the person is on it already, has opted out of it, or wants to hear nothing
     */
    @CanEditAudiences
    @Transactional
    public void add(Viewer viewer, long audienceId, Who who) {
        if (!viewer.can(who.kind().permission()) || !members.hold(viewer, audienceId)) {
            throw new NotFound();
        }
        ChosenPeople one = new ChosenPeople(viewer, who.kind(), List.of(who.id()), false, List.of(audienceId));
        Outcome outcome = members.add(audienceId, one, AudienceSource.HAND, null, clock.instant()).stream()
                .map(Joined::outcome)
                .findFirst()
                .orElseThrow(NotFound::new);
        if (outcome != Outcome.ADDED) {
            throw new AudienceRefused("who", "marketing.audience.error." + outcome);
        }
    }

    /** @throws NotFound when the viewer does not see the list, or the one that people come from */
    @CanEditAudiences
    @Transactional(readOnly = true)
    public void requireThere(Viewer viewer, AddToAudience input) {
        reads.find(viewer, input.audienceId()).orElseThrow(NotFound::new);
        Long from = input.fromId();
        if (from != null) {
            reads.find(viewer, from).orElseThrow(NotFound::new);
        }
    }

    /** Of records of a kind, those that were not added, and why. */
    @CanEditAudiences
    @Transactional
    public Map<Long, BulkRefusal> addMany(BulkBatch batch, Viewer viewer, PersonKind kind, AddToAudience input) {
        long id = input.audienceId();
        if (!members.hold(viewer, id) || input.meansContacts() && !viewer.can(PersonKind.CONTACT.permission())) {
            return BulkAction.all(batch.ids(), CLOSED);
        }
        Long from = input.fromId();
        ChosenPeople chosen = new ChosenPeople(
                viewer, kind, batch.ids(), input.meansContacts(), from == null ? List.of(id) : List.of(id, from));
        AudienceSource source = from == null ? AudienceSource.FILTER : AudienceSource.LIST;
        return Joined.refusals(chosen, members.add(id, chosen, source, batch.runId(), clock.instant()), THERE);
    }

    /** Takes back what {@link #addMany} did; whoever has opted out since stays known as such. */
    @CanEditAudiences
    @Transactional
    public Map<Long, BulkRefusal> takeBack(BulkBatch batch, Viewer viewer, PersonKind kind, AddToAudience input) {
        if (!members.hold(viewer, input.audienceId())) {
            return BulkAction.all(batch.ids(), CLOSED);
        }
        Map<Long, BulkRefusal> refused = new HashMap<>(BulkAction.all(batch.ids(), MOVED_ON));
        members.takeBack(batch.runId(), input.audienceId(), kind, input.meansContacts(), batch.ids())
                .forEach(refused::remove);
        return refused;
    }
}
