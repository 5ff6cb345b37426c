package org.triviumcrm.support.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.messaging.Notices;

/** What a policy wants told and done about a promise that is in danger or broken. */
@Component
class PromiseAlarms {

    private final Notices notices;
    private final Superiors superiors;
    private final AlarmReceiverRepository receivers;
    private final TimerRepository timers;
    private final TicketEscalation escalation;
    private final Clock clock;

    PromiseAlarms(
            Notices notices,
            Superiors superiors,
            AlarmReceiverRepository receivers,
            TimerRepository timers,
            TicketEscalation escalation,
            Clock clock) {
        this.notices = notices;
        this.superiors = superiors;
        this.receivers = receivers;
        this.timers = timers;
        this.escalation = escalation;
        this.clock = clock;
    }

    void tell(PromisedTicket ticket, PromiseKeeper.Alarm alarm) {
        Policy policy = alarm.policy();
        Policy.Telling whom = alarm.broken() ? policy.breach() : policy.warning();
        Instant due = Objects.requireNonNullElse(alarm.reading().dueAt(), clock.instant());
        Set<Long> people = new LinkedHashSet<>();
        if (whom.owner()) {
            people.addAll(agents(ticket));
        }
        if (whom.manager()) {
            people.addAll(managers(ticket));
        }
        String key = (alarm.broken() ? "support.sla.notice.broken." : "support.sla.notice.warned.")
                + alarm.reading().kind();
        notices.tell(people, key, List.of(ticket.title(), due), ticket.link());
        if (alarm.broken()) {
            escalate(ticket, policy);
        }
    }

    /** Nobody's ticket is that of everybody in its queue. */
    private List<Long> agents(PromisedTicket ticket) {
        Long owner = ticket.ownerId();
        return owner != null ? List.of(owner) : receivers.members(ticket.queueId());
    }

    /** Who is in charge of the team; of those in the queue when it is nobody's. */
    private List<Long> managers(PromisedTicket ticket) {
        Long team = ticket.teamId();
        Long owner = ticket.ownerId();
        if (owner != null) {
            return first(team == null ? superiors.above(owner) : superiors.inCharge(team))
                    .toList();
        }
        return receivers.teams(ticket.queueId()).stream()
                .flatMap(one -> first(superiors.inCharge(one)))
                .distinct()
                .toList();
    }

    private static Stream<Long> first(List<PersonRef> people) {
        return people.stream().limit(1).map(PersonRef::id);
    }

    private void escalate(PromisedTicket ticket, Policy policy) {
        // where nothing is promised about what is more urgent, the broken promise would be forgotten
        boolean more = !policy.targets().of(ticket.priority().next()).isNothing();
        boolean raise = policy.raise() && more && timers.raise(ticket.id(), clock.instant());
        if (raise || policy.queueId() != null || policy.personId() != null) {
            escalation.escalate(ticket.id(), raise, policy.queueId(), policy.personId());
        }
    }
}
