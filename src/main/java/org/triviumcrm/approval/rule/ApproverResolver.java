package org.triviumcrm.approval.rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.rule.Seating.Outcome;
import org.triviumcrm.approval.rule.Seating.Remark;
import org.triviumcrm.approval.rule.Seating.Rule;

/**
 * Finds whom a step asks. It always ends, never yields somebody who has left, and the submitter only where the flow allows
 * it.
 */
public final class ApproverResolver {

    private final Staff staff;

    public ApproverResolver(Staff staff) {
        this.staff = staff;
    }

    /** Whom a step asks now. */
    public Seating seats(Approvers approvers, EdgeRules edges, Asking asking) {
        List<Remark> remarks = new ArrayList<>();
        List<Seat> seats = new ArrayList<>();
        SeatFinder finder = new SeatFinder(staff, edges, asking.submitterId(), remarks);
        for (long wanted : wanted(approvers, asking)) {
            take(finder.find(wanted, Seat.Cause.ASSIGNED), seats, edges, asking, remarks);
        }
        Long fallback = edges.fallbackPersonId();
        if (seats.isEmpty() && edges.nobodyFound() == NobodyFound.FALLBACK && fallback != null) {
            remarks.add(new Remark(Rule.FALLBACK, fallback));
            take(finder.find(fallback, Seat.Cause.FALLBACK), seats, edges, asking, remarks);
        }
        if (!seats.isEmpty()) {
            return new Seating(Outcome.ASK, seats, remarks);
        }
        return new Seating(edges.nobodyFound() == NobodyFound.SKIP ? Outcome.SKIP : Outcome.REJECT, List.of(), remarks);
    }

    /**
     * Who takes the place of somebody who has left or is away while asked; empty when nobody can.
     *
     * @param inStep who has a place in the step already
     */
    public Optional<Seat> instead(long personId, EdgeRules edges, long submitterId, Set<Long> inStep) {
        Seat seat = new SeatFinder(staff, edges, submitterId, new ArrayList<>()).find(personId, Seat.Cause.ASSIGNED);
        return Optional.ofNullable(seat)
                .filter(found -> found.personId() != personId && !inStep.contains(found.personId()));
    }

    /**
     * Who takes the place of somebody who has left or is away while asked, for good: as {@link #instead}, else, for somebody who has
     * left, whom the flow names for when nobody is found. Never the submitter, whatever the flow allows.
     *
     * @param inStep who has a place in the step already
     */
    public Optional<Seat> successor(long personId, EdgeRules edges, long submitterId, Set<Long> inStep) {
        Optional<Seat> found =
                instead(personId, edges, submitterId, inStep).filter(seat -> seat.personId() != submitterId);
        Long fallback = edges.fallbackPersonId();
        if (found.isEmpty() && fallback != null && !staff.isActive(personId)) {
            found = Optional.ofNullable(new SeatFinder(staff, edges, submitterId, new ArrayList<>())
                            .find(fallback, Seat.Cause.FALLBACK))
                    .filter(seat -> seat.personId() != submitterId && !inStep.contains(seat.personId()));
        }
        return found;
    }

    /** Among whom the submitter may choose; empty stands for everybody who is active. */
    public Set<Long> choices(Approvers approvers, @Nullable Long teamId) {
        return held(approvers, teamId);
    }

    private static void take(
            @Nullable Seat found, List<Seat> seats, EdgeRules edges, Asking asking, List<Remark> remarks) {
        if (found == null) {
            return;
        }
        long person = found.personId();
        if (seats.stream().anyMatch(seat -> seat.personId() == person)) {
            remarks.add(new Remark(Rule.TWICE, person));
            return;
        }
        boolean counts =
                edges.samePerson() == SamePerson.COUNTS && asking.approved().contains(person);
        if (counts) {
            remarks.add(new Remark(Rule.APPROVED_BEFORE, person));
        }
        seats.add(new Seat(person, found.formerPersonId(), found.cause(), counts));
    }

    private Set<Long> wanted(Approvers approvers, Asking asking) {
        return switch (approvers.kind()) {
            case PERSON -> new LinkedHashSet<>(approvers.ids());
            case ROLE -> held(approvers, asking.teamId());
            case TEAM_MANAGER -> inCharge(approvers.ids(), asking.teamId());
            case SUPERIOR -> superior(asking.submitterId(), approvers.level());
            case CHOICE -> chosen(approvers, asking);
        };
    }

    /** The holders of the roles; nobody when only the record's own line counts and the record is in no team. */
    private Set<Long> held(Approvers approvers, @Nullable Long teamId) {
        Set<Long> people = new LinkedHashSet<>();
        if (!approvers.inLine() || teamId != null) {
            approvers.ids().forEach(role -> people.addAll(staff.holders(role, approvers.inLine() ? teamId : null)));
        }
        return people;
    }

    private Set<Long> inCharge(List<Long> named, @Nullable Long own) {
        Set<Long> people = new LinkedHashSet<>();
        List<Long> teams = !named.isEmpty() ? named : own == null ? List.of() : List.of(own);
        teams.forEach(team -> staff.inCharge(team).stream().findFirst().ifPresent(people::add));
        return people;
    }

    private Set<Long> superior(long submitter, int level) {
        List<Long> line = staff.above(submitter);
        return level < 1 || level > line.size() ? Set.of() : Set.of(line.get(level - 1));
    }

    /** Checked again: what was chosen has come from a form, and time has passed since. */
    private Set<Long> chosen(Approvers approvers, Asking asking) {
        Set<Long> people = new LinkedHashSet<>(asking.chosen());
        if (!approvers.ids().isEmpty()) {
            people.retainAll(held(approvers, asking.teamId()));
        }
        return people;
    }
}
