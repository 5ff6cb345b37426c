package org.triviumcrm.sales.member;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;

/** Co-owners: people who see an opportunity, and may work on it, besides its owner. */
@Service
public class MemberService {

    /** What one has to have to become a co-owner: without it, nothing would be seen. */
    private static final String VIEW = "sales.opportunity.view";

    private static final int SHOWN = 100;

    private final MemberRepository members;
    private final OpportunityService opportunities;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    MemberService(
            MemberRepository members, OpportunityService opportunities, People people, Notices notices, Clock clock) {
        this.members = members;
        this.opportunities = opportunities;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    @CanViewMembers
    @Transactional(readOnly = true)
    public Members of(Viewer viewer, OpportunityPage opportunity) {
        List<MemberRow> all = members.of(opportunity.id(), today(viewer), SHOWN);
        return new Members(
                all.stream().filter(MemberRow::active).toList(),
                all.stream().filter(member -> !member.active()).toList(),
                mayShare(viewer, opportunity));
    }

    /** The form for a new co-owner, or as it is for one of now. */
    @CanShareOpportunities
    @Transactional(readOnly = true)
    @SuppressWarnings("NullAway") // the person may be missing in a form, not in what is accepted
    public AddMember form(Viewer viewer, OpportunityPage opportunity, @Nullable Long personId) {
        requireShareable(viewer, opportunity.free());
        return of(viewer, opportunity).present().stream()
                .filter(member -> personId != null && member.personId() == personId)
                .findFirst()
                .map(member -> new AddMember(personId, member.access(), member.until()))
                .orElseGet(() -> new AddMember(null, Access.EDIT, null));
    }

    /** Who can become a co-owner, by what is typed. */
    @CanShareOpportunities
    @Transactional(readOnly = true)
    public List<PersonRef> candidates(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, VIEW, typed, limit);
    }

    /**
     * Adds a co-owner, or changes the access and end of one, and tells the person.
     *
     * @throws MemberRefusal when the person is the owner or may not see opportunities, or the day has passed
     * @throws AccessDeniedException when the viewer is a co-owner only
     * @throws UnderApproval while a case about it runs
     */
    @CanShareOpportunities
    @Transactional
    public void add(Viewer viewer, long id, AddMember input) {
        members.hold(id);
        OpportunityPage opportunity = opportunities.page(viewer, id);
        requireShareable(viewer, opportunity);
        opportunity.free();
        if (input.personId() == opportunity.ownerId()) {
            throw new MemberRefusal("personId", "sales.member.error.owner");
        }
        if (!people.isPermitted(viewer, input.personId(), VIEW)) {
            throw new MemberRefusal("personId", "sales.member.error.person");
        }
        if (input.until() != null && input.until().isBefore(today(viewer))) {
            throw new MemberRefusal("until", "sales.member.error.until");
        }
        Instant now = clock.instant();
        members.end(id, input.personId(), viewer.personId(), now);
        members.add(id, input.personId(), input.access(), input.until(), viewer.personId(), now);
        tell(viewer, input.personId(), "sales.notice.member." + input.access(), opportunity);
    }

    /**
     * Ends it for somebody, who is told; a co-owner may leave, too.
     *
     * @throws MemberRefusal when it is not said for whom
     * @throws AccessDeniedException when the viewer is another co-owner
     * @throws UnderApproval while a case about it runs, unless somebody leaves of the own accord
     */
    @CanViewMembers
    @Transactional
    public void remove(Viewer viewer, long id, RemoveMember input) {
        members.hold(id);
        OpportunityPage opportunity = opportunities.page(viewer, id);
        Long leaving = input.personId();
        if (leaving == null || leaving != viewer.personId()) {
            requireShareable(viewer, opportunity);
            opportunity.free();
        }
        if (leaving == null) {
            throw new MemberRefusal("personId", "sales.member.error.person");
        }
        if (members.end(id, leaving, viewer.personId(), clock.instant())) {
            tell(viewer, leaving, "sales.notice.memberRemoved", opportunity);
        }
    }

    private void tell(Viewer viewer, long personId, String key, OpportunityPage opportunity) {
        if (personId != viewer.personId()) {
            notices.tell(
                    List.of(personId),
                    key,
                    List.of(viewer.name(), opportunity.name()),
                    "/sales/opportunities/" + opportunity.id());
        }
    }

    private static void requireShareable(Viewer viewer, OpportunityPage opportunity) {
        if (!mayShare(viewer, opportunity)) {
            throw new AccessDeniedException("Co-owners do not choose co-owners");
        }
    }

    private static boolean mayShare(Viewer viewer, OpportunityPage opportunity) {
        return opportunity.own() && !opportunity.isPooled() && viewer.can("sales.opportunity.share");
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
