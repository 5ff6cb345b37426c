package org.triviumcrm.marketing.participant;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;

/** Says what has become of participants that were chosen in their list. */
@Service
public class ParticipantStepService {

    private final ParticipantRepository participants;
    private final ListSelection lists;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ParticipantStepService(
            ParticipantRepository participants, ListSelection lists, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.participants = participants;
        this.lists = lists;
        this.clock = clock;
    }

    /** Those for whom it makes no sense stay as they are: who came did not stay away, and a planned campaign invites nobody. */
    @CanEditParticipants
    @Transactional
    public ParticipantsMoved move(Viewer viewer, ChooseParticipants chosen, ParticipantStatus to) {
        return participants.move(rows(viewer, chosen), to, clock.instant());
    }

    /** Takes back what was said last of each. */
    @CanEditParticipants
    @Transactional
    public ParticipantsMoved stepBack(Viewer viewer, ChooseParticipants chosen) {
        return told(participants.stepBack(rows(viewer, chosen), clock.instant()));
    }

    /** They take part no more, as if they never had. */
    @CanEditParticipants
    @Transactional
    public ParticipantsMoved remove(Viewer viewer, ChooseParticipants chosen) {
        return told(participants.remove(rows(viewer, chosen)));
    }

    private ParticipantsMoved told(ParticipantsMoved moved) {
        if (!moved.undone().campaignIds().isEmpty()) {
            events.publishEvent(moved.undone());
        }
        return moved;
    }

    private MatchingRows rows(Viewer viewer, ChooseParticipants chosen) {
        String query = chosen.query();
        return chosen.isAll()
                ? lists.all(ParticipantList.NOUN, viewer, query == null ? "" : query)
                : lists.ticked(ParticipantList.NOUN, viewer, chosen.ids());
    }
}
