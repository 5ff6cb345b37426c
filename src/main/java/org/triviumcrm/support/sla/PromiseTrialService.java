package org.triviumcrm.support.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.calendar.BusinessHours;
import org.triviumcrm.support.calendar.Calendars;
import org.triviumcrm.support.sla.PromiseTrialResult.Tried;

/** Tries the policies on a ticket that there is not. */
@Service
class PromiseTrialService {

    private final Policies policies;
    private final PolicyConditions conditions;
    private final PromiseHours hours;

    PromiseTrialService(Policies policies, PolicyConditions conditions, PromiseHours hours) {
        this.policies = policies;
        this.conditions = conditions;
        this.hours = hours;
    }

    /** What is promised when it is opened then, and nothing happens afterwards. */
    @CanManagePromises
    @Transactional(readOnly = true)
    public PromiseTrialResult tryOut(Viewer viewer, TicketFacts ticket, Instant openedAt) {
        List<Tried> tried = policies.active().stream()
                .map(policy -> new Tried(policy.name(), conditions.hold(policy.when(), ticket)))
                .toList();
        Optional<Policy> chosen = policies.of(ticket);
        if (chosen.isEmpty()) {
            return new PromiseTrialResult(tried, null, null, List.of());
        }
        Policy policy = chosen.get();
        boolean always = policy.targets().of(ticket.priority()).aroundTheClock();
        Calendars.Named calendar = hours.of(policy, ticket.queueId());
        List<PromiseReading> promises = SlaClock.read(
                        policy.of(ticket.priority()),
                        always ? BusinessHours.ALWAYS : calendar.hours(),
                        List.of(new SlaEvent(openedAt, SlaEvent.Kind.OPENED)),
                        openedAt)
                .values()
                .stream()
                .filter(reading -> reading.target() != null)
                .toList();
        return new PromiseTrialResult(tried, policy.name(), always ? null : calendar.name(), promises);
    }
}
