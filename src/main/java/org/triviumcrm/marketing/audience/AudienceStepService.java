package org.triviumcrm.marketing.audience;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;

/** Says of people on target lists that they have opted out, and takes them off. */
@Service
public class AudienceStepService {

    /** How long those who were taken off can be put back. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final AudienceMemberRepository members;
    private final ListSelection lists;
    private final Clock clock;

    AudienceStepService(AudienceMemberRepository members, ListSelection lists, Clock clock) {
        this.members = members;
        this.lists = lists;
        this.clock = clock;
    }

    /** They stay known as such: no campaign gets them from the list any more, and nobody puts them on it again. */
    @CanEditAudiences
    @Transactional
    public MembersChanged optOut(Viewer viewer, ChooseMembers chosen) {
        return members.optOut(viewer, rows(viewer, chosen), clock.instant());
    }

    /** They have not opted out after all. */
    @CanEditAudiences
    @Transactional
    public MembersChanged optIn(Viewer viewer, ChooseMembers chosen) {
        return members.optIn(viewer, rows(viewer, chosen), clock.instant());
    }

    /** Off the list, but for those who have opted out. */
    @CanEditAudiences
    @Transactional
    public MembersChanged remove(Viewer viewer, ChooseMembers chosen) {
        members.forget(clock.instant().minus(KEPT));
        return members.remove(viewer, rows(viewer, chosen), clock.instant());
    }

    /** Puts them back; gives how many. */
    @CanEditAudiences
    @Transactional
    public int restore(Viewer viewer, List<Long> removals) {
        return members.restore(viewer, removals, clock.instant());
    }

    private MatchingRows rows(Viewer viewer, ChooseMembers chosen) {
        String query = chosen.query();
        return chosen.isAll()
                ? lists.all(AudienceMemberList.NOUN, viewer, query == null ? "" : query)
                : lists.ticked(AudienceMemberList.NOUN, viewer, chosen.ids());
    }
}
