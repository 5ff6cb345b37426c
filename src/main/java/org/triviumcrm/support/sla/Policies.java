package org.triviumcrm.support.sla;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.triviumcrm.support.ticket.TicketStatus;

/** The policies that are switched on, in their order, read once as long as nobody changes them. */
@Component
class Policies {

    private record Kept(int version, Policy policy) {}

    private final SlaPolicyRepository policies;
    private final PolicyConditions conditions;
    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    Policies(SlaPolicyRepository policies, PolicyConditions conditions) {
        this.policies = policies;
        this.conditions = conditions;
    }

    List<Policy> active() {
        return policies.findByOrderByPositionAscIdAsc().stream()
                .filter(SlaPolicy::isActive)
                .map(this::read)
                .toList();
    }

    /** The first one whose conditions hold. */
    Optional<Policy> of(TicketFacts ticket) {
        return active().stream()
                .filter(policy -> conditions.hold(policy.when(), ticket))
                .findFirst();
    }

    /** One, also when it is switched off meanwhile. */
    Optional<Policy> find(long id) {
        return policies.findById(id).map(this::read);
    }

    private Policy read(SlaPolicy saved) {
        Kept known = kept.get(saved.getId());
        if (known == null || known.version() != saved.getVersion()) {
            known = new Kept(saved.getVersion(), of(saved));
            kept.put(saved.getId(), known);
        }
        return known.policy();
    }

    private Policy of(SlaPolicy saved) {
        Set<TicketStatus> pausing = EnumSet.noneOf(TicketStatus.class);
        if (saved.isPausePending()) {
            pausing.add(TicketStatus.PENDING);
        }
        if (saved.isPauseOnHold()) {
            pausing.add(TicketStatus.ON_HOLD);
        }
        return new Policy(
                saved.getId(),
                saved.getName(),
                conditions.read(saved.getConditions()),
                PolicyTargets.read(saved.getTargets()),
                saved.getCalendarId(),
                pausing,
                saved.isResponsesPause(),
                saved.getWarnPercent(),
                new Policy.Telling(saved.isWarnOwner(), saved.isWarnManager()),
                new Policy.Telling(saved.isBreachOwner(), saved.isBreachManager()),
                saved.isBreachRaise(),
                saved.getBreachQueueId(),
                saved.getBreachPersonId());
    }
}
