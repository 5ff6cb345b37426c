package org.triviumcrm.sales.split;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;

/** Whose success an opportunity is: percentages of people that can be changed while it is undecided, and stay once it is won. */
@Service
public class SplitService {

    private static final String VIEW = "sales.opportunity.view";
    private static final int SHOWN = 200;

    private final SplitRepository splits;
    private final OpportunityService opportunities;
    private final People people;
    private final Clock clock;

    SplitService(SplitRepository splits, OpportunityService opportunities, People people, Clock clock) {
        this.splits = splits;
        this.opportunities = opportunities;
        this.people = people;
        this.clock = clock;
    }

    @CanViewSplits
    @Transactional(readOnly = true)
    public Split of(Viewer viewer, OpportunityPage opportunity) {
        List<SplitShare> all = splits.of(opportunity.id(), SHOWN);
        List<List<SplitShare>> former = new ArrayList<>();
        all.stream()
                .filter(share -> share.endedAt() != null)
                .collect(Collectors.groupingBy(SplitShare::number, java.util.LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(former::add);
        return new Split(
                all.stream().filter(share -> share.endedAt() == null).toList(),
                former,
                splits.version(opportunity.id()),
                maySplit(viewer, opportunity) && !opportunity.isDecided());
    }

    /**
     * Puts other shares in the place of those of now.
     *
     * @throws SplitRefusal when they are not 100 % of people who may see opportunities, when the opportunity is decided, or when
     *     somebody else has changed them since the form was opened
     * @throws AccessDeniedException when the viewer is a co-owner only
     * @throws UnderApproval while a case about it runs
     */
    @CanSplitOpportunities
    @Transactional
    public void split(Viewer viewer, long id, SaveSplit input) {
        OpportunityPage opportunity = opportunities.page(viewer, id);
        if (!maySplit(viewer, opportunity)) {
            throw new AccessDeniedException("Co-owners do not split an opportunity");
        }
        Map<Long, BigDecimal> shares = SplitRule.shares(input, opportunity.ownerId());
        splits.hold(id);
        OpportunityPage now = opportunities.page(viewer, id).free();
        if (now.isDecided()) {
            throw new SplitRefusal(null, "sales.split.error.decided", "");
        }
        if (splits.version(id) != input.getVersion()) {
            throw new SplitRefusal(null, "sales.split.error.changed", "");
        }
        requirePeople(viewer, id, input, shares);
        splits.replace(id, shares, viewer.personId(), clock.instant());
    }

    /** Whoever has a share already may keep one, even after leaving. */
    private void requirePeople(Viewer viewer, long id, SaveSplit input, Map<Long, BigDecimal> shares) {
        Set<Long> now = splits.of(id, SHOWN).stream()
                .filter(share -> share.endedAt() == null)
                .map(SplitShare::personId)
                .collect(Collectors.toSet());
        for (int i = 0; i < input.getLines().size(); i++) {
            Long person = input.getLines().get(i).getPersonId();
            if (person != null
                    && shares.containsKey(person)
                    && !now.contains(person)
                    && !people.isPermitted(viewer, person, VIEW)) {
                throw new SplitRefusal("lines[" + i + "].personId", "sales.split.error.person", "");
            }
        }
    }

    private static boolean maySplit(Viewer viewer, OpportunityPage opportunity) {
        return opportunity.own() && !opportunity.isPooled() && viewer.can("sales.opportunity.share");
    }
}
