package org.triviumcrm.support.queue;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The queues of tickets. */
@Service
public class QueueService {

    /** What members can do with tickets at least. */
    private static final String ANSWER = "support.ticket.reply";

    private final QueueRepository queues;
    private final QueueReadRepository readings;
    private final People people;
    private final Clock clock;

    QueueService(QueueRepository queues, QueueReadRepository readings, People people, Clock clock) {
        this.queues = queues;
        this.readings = readings;
        this.people = people;
        this.clock = clock;
    }

    /** Those that a ticket can be put into, and the present one. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> choices(Viewer viewer, @Nullable Long present) {
        return queues.findByOrderByPositionAscIdAsc().stream()
                .filter(queue -> queue.isActive() || present != null && present == queue.getId())
                .map(queue -> new Option(queue.getId(), queue.getName()))
                .toList();
    }

    /**
     * One that a ticket can be put into.
     *
     * @throws NotFound when there is none of this id
     */
    @SignedIn
    @Transactional(readOnly = true)
    public TicketQueue choice(Viewer viewer, long id) {
        return queues.findById(id).filter(TicketQueue::isActive).orElseThrow(NotFound::new);
    }

    /** Where a ticket goes of which nobody has said more; null when the company has no queue. */
    @SignedIn
    @Transactional(readOnly = true)
    public @Nullable Long first(Viewer viewer) {
        return queues.findFirstByActiveTrueOrderByPositionAscIdAsc()
                .map(TicketQueue::getId)
                .orElse(null);
    }

    @CanManageQueues
    @Transactional(readOnly = true)
    List<QueueRow> all(Viewer viewer) {
        return readings.rows();
    }

    @CanManageQueues
    @Transactional(readOnly = true)
    public TicketQueue find(Viewer viewer, long id) {
        return queues.findById(id).orElseThrow(NotFound::new);
    }

    /** A form for one more, behind those there are. */
    @CanManageQueues
    @Transactional(readOnly = true)
    SaveQueue proposed(Viewer viewer) {
        return SaveQueue.proposed(queues.lastPosition() + 1);
    }

    @CanManageQueues
    @Transactional(readOnly = true)
    public boolean isNameTaken(Viewer viewer, @Nullable String name, long exceptId) {
        return name != null
                && queues.findByNameIgnoreCase(name.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    /** Who can be a member, by what is typed. */
    @CanManageQueues
    @Transactional(readOnly = true)
    public List<PersonRef> agents(Viewer viewer, @Nullable String typed, int limit) {
        return people.permitted(viewer, ANSWER, typed, limit);
    }

    @CanManageQueues
    @Transactional(readOnly = true)
    public boolean mayBeMember(Viewer viewer, long personId) {
        return people.isPermitted(viewer, personId, ANSWER);
    }

    @CanManageQueues
    @Transactional
    long create(Viewer viewer, SaveQueue input) {
        return queues.saveAndFlush(new TicketQueue(input, clock.instant())).getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageQueues
    @Transactional
    void update(Viewer viewer, long id, SaveQueue input) {
        TicketQueue queue = find(viewer, id);
        EditConflict.refuseStale(TicketQueue.class, id, input.version(), queue.getVersion());
        queue.change(input, clock.instant());
    }
}
