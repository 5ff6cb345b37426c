package org.triviumcrm.sales.assignment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Superiors;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.territory.TerritoryScopes;

/** Gives new opportunities that have no owner to somebody, by the rules in their order. In the caller's transaction. */
@Component
public class Assigner {

    private final AssignmentRepository assignments;
    private final AssignmentConditions conditions;
    private final People people;
    private final Superiors superiors;
    private final TerritoryScopes territories;
    private final Notices notices;
    private final Clock clock;

    Assigner(
            AssignmentRepository assignments,
            AssignmentConditions conditions,
            People people,
            Superiors superiors,
            TerritoryScopes territories,
            Notices notices,
            Clock clock) {
        this.assignments = assignments;
        this.conditions = conditions;
        this.people = people;
        this.superiors = superiors;
        this.territories = territories;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whether there is a rule at all. */
    public boolean isInUse() {
        return assignments.isAnyRuleActive();
    }

    /** Who gets it; nobody when no rule fits. Nobody else assigns until the transaction ends. */
    public Optional<Assigned> assign(NewOpportunity opportunity) {
        if (!isInUse()) {
            return Optional.empty();
        }
        assignments.takeTurn();
        Optional<Assigned> assigned = tried(opportunity, true).stream()
                .flatMap(rule -> Stream.ofNullable(rule.assigned()))
                .findFirst();
        assigned.filter(got -> got.cause() != AssignmentCause.NO_ROOM)
                .ifPresent(got -> assignments.remember(got.ruleId(), got.personId()));
        return assigned;
    }

    /** Notes it in the history of the opportunity, and tells the person. */
    public void note(long opportunityId, NewOpportunity opportunity, Assigned assigned, long byPersonId) {
        assignments.note(opportunityId, assigned, clock.instant());
        if (assigned.personId() != byPersonId) {
            notices.tell(
                    List.of(assigned.personId()),
                    assigned.cause() == AssignmentCause.NO_ROOM ? "sales.notice.noRoom" : "sales.notice.assigned",
                    List.of(opportunity.name(), assigned.ruleName()),
                    "/sales/opportunities/" + opportunityId);
        }
    }

    /**
     * What the rules would do, in their order.
     *
     * @param first whether the first that gives it to somebody ends the list
     */
    List<TriedRule> tried(NewOpportunity opportunity, boolean first) {
        Map<String, Object> values = values(opportunity);
        List<TriedRule> tried = new ArrayList<>();
        for (AssignmentRepository.Deciding rule : assignments.rules()) {
            TriedRule one = tried(rule, opportunity, values);
            tried.add(one);
            if (first && one.assigned() != null) {
                break;
            }
        }
        return tried;
    }

    private TriedRule tried(
            AssignmentRepository.Deciding rule, NewOpportunity opportunity, Map<String, Object> values) {
        if (!conditions.hold(conditions.read(rule.conditions()), values)) {
            return new TriedRule(rule.name(), false, List.of(), null);
        }
        Long person = rule.target() == AssignmentTarget.TERRITORY_MANAGER
                ? territories.inCharge(opportunity.territoryId()).orElse(null)
                : rule.personId();
        List<Candidate> candidates = assignments.candidates(person, rule.teamId());
        Assigned assigned = Distribution.next(rule.target(), candidates, rule.lastPersonId(), opportunity.amount())
                .map(got -> new Assigned(
                        rule.id(),
                        rule.name(),
                        got.personId(),
                        got.name(),
                        AssignmentCause.valueOf(rule.target().name())))
                .or(() -> inCharge(rule.teamId(), person)
                        .map(manager -> new Assigned(
                                rule.id(), rule.name(), manager.id(), manager.name(), AssignmentCause.NO_ROOM)))
                .orElse(null);
        return new TriedRule(rule.name(), true, candidates, assigned);
    }

    /** The manager of the rule's team, or of the team of whom it names. */
    private Optional<PersonRef> inCharge(@Nullable Long teamId, @Nullable Long personId) {
        Long team = teamId != null ? teamId : team(personId);
        return team == null
                ? Optional.empty()
                : superiors.inCharge(team).stream().findFirst();
    }

    private @Nullable Long team(@Nullable Long personId) {
        return personId == null
                ? null
                : people.find(personId).map(PersonRef::teamId).orElse(null);
    }

    private Map<String, Object> values(NewOpportunity opportunity) {
        Map<String, Object> values = new HashMap<>(assignments.customer(opportunity.customerId()));
        values.put(AssignmentConditions.AMOUNT, opportunity.amount());
        values.put(AssignmentConditions.PIPELINE, String.valueOf(opportunity.pipelineId()));
        if (opportunity.productId() != null) {
            values.put(AssignmentConditions.PRODUCT, String.valueOf(opportunity.productId()));
        }
        if (opportunity.territoryId() != null) {
            values.put(AssignmentConditions.TERRITORY, opportunity.territoryId());
        }
        return values;
    }
}
