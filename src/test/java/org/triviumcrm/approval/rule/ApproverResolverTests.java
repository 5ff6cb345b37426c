package org.triviumcrm.approval.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.EdgeRules.Absent;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.EdgeRules.SamePerson;
import org.triviumcrm.approval.definition.EdgeRules.Submitter;
import org.triviumcrm.approval.rule.Seat.Cause;
import org.triviumcrm.approval.rule.Seating.Outcome;
import org.triviumcrm.approval.rule.Seating.Rule;

class ApproverResolverTests {

    private static final long SUBMITTER = 1;
    private static final long MANAGER = 2;
    private static final long DIRECTOR = 3;
    private static final long CHIEF = 4;
    private static final long LAWYER = 5;
    private static final long TEAM = 100;
    private static final long ROLE = 200;

    private final SampleStaff staff = new SampleStaff();
    private final ApproverResolver resolver = new ApproverResolver(staff);

    @BeforeEach
    void aLineOfThree() {
        staff.above.put(SUBMITTER, List.of(MANAGER, DIRECTOR, CHIEF));
        staff.above.put(MANAGER, List.of(DIRECTOR, CHIEF));
        staff.above.put(DIRECTOR, List.of(CHIEF));
        staff.inCharge.put(TEAM, List.of(MANAGER, DIRECTOR, CHIEF));
        staff.holders.put(ROLE, List.of(DIRECTOR, LAWYER));
        staff.holdersInLine.put(ROLE, List.of(DIRECTOR));
    }

    @Test
    void findsEachKindOfApprover() {
        assertThat(people(Approvers.people(LAWYER, CHIEF))).containsExactly(LAWYER, CHIEF);
        assertThat(people(Approvers.roles(ROLE))).containsExactly(DIRECTOR, LAWYER);
        assertThat(people(new Approvers(ApproverKind.ROLE, List.of(ROLE), true, 0)))
                .containsExactly(DIRECTOR);
        assertThat(people(Approvers.teamManager())).containsExactly(MANAGER);
        assertThat(people(Approvers.superior(1))).containsExactly(MANAGER);
        assertThat(people(Approvers.superior(3))).containsExactly(CHIEF);
        assertThat(people(Approvers.superior(4))).isEmpty();
        assertThat(people(Approvers.choice())).isEmpty();
    }

    @Test
    void aRecordInNoTeamHasNoManagerAndNoLine() {
        Asking outside = new Asking(SUBMITTER, null, List.of(), Set.of());
        assertThat(resolver.seats(Approvers.teamManager(), EdgeRules.USUAL, outside)
                        .outcome())
                .isEqualTo(Outcome.REJECT);
        assertThat(resolver.seats(new Approvers(ApproverKind.ROLE, List.of(ROLE), true, 0), EdgeRules.USUAL, outside)
                        .seats())
                .isEmpty();
    }

    @Test
    void whomTheSubmitterChoseIsCheckedAgain() {
        Approvers among = new Approvers(ApproverKind.CHOICE, List.of(ROLE), false, 0);
        Asking asking = new Asking(SUBMITTER, TEAM, List.of(CHIEF, LAWYER), Set.of());
        assertThat(resolver.seats(among, EdgeRules.USUAL, asking).seats())
                .extracting(Seat::personId)
                .containsExactly(LAWYER);
        assertThat(resolver.seats(Approvers.choice(), EdgeRules.USUAL, asking).seats())
                .extracting(Seat::personId)
                .containsExactly(CHIEF, LAWYER);
    }

    @Test
    void theSubmitterNeverDecidesUnlessTheFlowAllowsIt() {
        Approvers approvers = Approvers.people(SUBMITTER, LAWYER);
        assertThat(seats(approvers, rules(Submitter.SUPERIOR)).seats())
                .containsExactly(
                        new Seat(MANAGER, SUBMITTER, Cause.SUPERIOR, false),
                        new Seat(LAWYER, null, Cause.ASSIGNED, false));
        assertThat(seats(approvers, rules(Submitter.LEAVE_OUT)).seats())
                .containsExactly(new Seat(LAWYER, null, Cause.ASSIGNED, false));
        assertThat(seats(approvers, rules(Submitter.ALLOW)).seats())
                .extracting(Seat::personId)
                .containsExactly(SUBMITTER, LAWYER);
        assertThat(seats(Approvers.people(SUBMITTER), rules(Submitter.LEAVE_OUT))
                        .outcome())
                .isEqualTo(Outcome.REJECT);
    }

    @Test
    void theManagerWhoSubmitsIsDecidedOnFurtherUp() {
        Asking asking = new Asking(MANAGER, TEAM, List.of(), Set.of());
        assertThat(resolver.seats(Approvers.teamManager(), EdgeRules.USUAL, asking)
                        .seats())
                .containsExactly(new Seat(DIRECTOR, MANAGER, Cause.SUPERIOR, false));
    }

    @Test
    void whoHasLeftIsReplacedBySomebodyAbove() {
        staff.left.add(MANAGER);
        Seating seating = seats(Approvers.people(MANAGER, LAWYER), EdgeRules.USUAL);
        assertThat(seating.seats())
                .containsExactly(
                        new Seat(DIRECTOR, MANAGER, Cause.SUPERIOR, false),
                        new Seat(LAWYER, null, Cause.ASSIGNED, false));
        assertThat(seating.remarks()).containsExactly(new Seating.Remark(Rule.LEFT_REPLACED, MANAGER));
        staff.left.add(LAWYER);
        assertThat(seats(Approvers.people(LAWYER), EdgeRules.USUAL).outcome()).isEqualTo(Outcome.REJECT);
    }

    @Test
    void deputiesDecideForWhoIsAwayAndTheirDeputiesForThem() {
        staff.deputies.put(MANAGER, LAWYER);
        assertThat(seats(Approvers.teamManager(), EdgeRules.USUAL).seats())
                .containsExactly(new Seat(LAWYER, MANAGER, Cause.DEPUTY, false));
        staff.deputies.put(LAWYER, CHIEF);
        assertThat(people(Approvers.teamManager())).containsExactly(CHIEF);
        assertThat(seats(Approvers.teamManager(), rules(Absent.WAIT)).seats())
                .containsExactly(new Seat(MANAGER, null, Cause.ASSIGNED, false));
    }

    @Test
    void aCircleOfDeputiesWaitsForTheFirst() {
        staff.deputies.put(MANAGER, LAWYER);
        staff.deputies.put(LAWYER, MANAGER);
        Seating seating = seats(Approvers.teamManager(), EdgeRules.USUAL);
        assertThat(seating.seats()).containsExactly(new Seat(MANAGER, null, Cause.ASSIGNED, false));
        assertThat(seating.remarks()).last().isEqualTo(new Seating.Remark(Rule.WAITS, MANAGER));
    }

    @Test
    void deputiesThatLeadNowhereLeaveItToWhomTheFlowNames() {
        staff.deputies.put(MANAGER, LAWYER);
        staff.deputies.put(LAWYER, MANAGER);
        EdgeRules named = nobody(NobodyFound.FALLBACK, DIRECTOR);
        assertThat(seats(Approvers.teamManager(), named).seats())
                .containsExactly(new Seat(DIRECTOR, MANAGER, Cause.FALLBACK, false));
        assertThat(resolver.successor(MANAGER, named, SUBMITTER, Set.of()))
                .as("also when the task is open already")
                .contains(new Seat(DIRECTOR, MANAGER, Cause.FALLBACK, false));
        staff.deputies.put(DIRECTOR, CHIEF);
        assertThat(people(seats(Approvers.teamManager(), named))).containsExactly(CHIEF);
        staff.deputies.put(CHIEF, DIRECTOR);
        assertThat(people(seats(Approvers.teamManager(), named)))
                .as("nobody is there: it waits")
                .containsExactly(MANAGER);
        assertThat(people(seats(Approvers.teamManager(), nobody(NobodyFound.FALLBACK, SUBMITTER))))
                .as("never the submitter")
                .doesNotContain(SUBMITTER);
    }

    @Test
    void deputiesOfDeputiesEndWithTheThird() {
        for (long person = 71; person < 76; person++) {
            staff.deputies.put(person, person + 1);
        }
        assertThat(people(seats(Approvers.people(73L), EdgeRules.USUAL))).containsExactly(76L);
        assertThat(people(seats(Approvers.people(72L), EdgeRules.USUAL)))
                .as("the fourth is too far away")
                .containsExactly(72L);
        assertThat(people(seats(Approvers.people(72L), nobody(NobodyFound.FALLBACK, DIRECTOR))))
                .containsExactly(DIRECTOR);
    }

    @Test
    void theSubmitterIsNoDeputyForTheOwnRequest() {
        staff.deputies.put(MANAGER, SUBMITTER);
        assertThat(people(Approvers.teamManager()))
                .as("the submitter's next superior who is not the one away")
                .containsExactly(DIRECTOR);
        assertThat(seats(Approvers.teamManager(), rules(Submitter.LEAVE_OUT)).seats())
                .containsExactly(new Seat(MANAGER, null, Cause.ASSIGNED, false));
    }

    @Test
    void nobodyIsAskedTwiceInAStep() {
        staff.deputies.put(MANAGER, LAWYER);
        Seating seating = seats(Approvers.people(LAWYER, MANAGER, LAWYER), EdgeRules.USUAL);
        assertThat(seating.seats()).containsExactly(new Seat(LAWYER, null, Cause.ASSIGNED, false));
        assertThat(seating.remarks()).extracting(Seating.Remark::rule).containsExactly(Rule.DEPUTY, Rule.TWICE);
    }

    @Test
    void anEarlierApprovalCountsOrIsAskedForAgain() {
        Asking asking = new Asking(SUBMITTER, TEAM, List.of(), Set.of(MANAGER));
        assertThat(resolver.seats(Approvers.teamManager(), EdgeRules.USUAL, asking)
                        .seats())
                .containsExactly(new Seat(MANAGER, null, Cause.ASSIGNED, true));
        EdgeRules again =
                new EdgeRules(NobodyFound.REJECT, null, Submitter.SUPERIOR, SamePerson.ASK_AGAIN, Absent.DEPUTY);
        assertThat(resolver.seats(Approvers.teamManager(), again, asking).seats())
                .containsExactly(new Seat(MANAGER, null, Cause.ASSIGNED, false));
    }

    @Test
    void nobodyFoundGoesAsTheFlowSays() {
        assertThat(seats(Approvers.superior(9), nobody(NobodyFound.SKIP, null)).outcome())
                .isEqualTo(Outcome.SKIP);
        assertThat(seats(Approvers.superior(9), nobody(NobodyFound.REJECT, null))
                        .outcome())
                .isEqualTo(Outcome.REJECT);
        assertThat(seats(Approvers.superior(9), nobody(NobodyFound.FALLBACK, LAWYER))
                        .seats())
                .containsExactly(new Seat(LAWYER, null, Cause.FALLBACK, false));
        staff.left.add(LAWYER);
        assertThat(seats(Approvers.superior(9), nobody(NobodyFound.FALLBACK, LAWYER))
                        .outcome())
                .as("a case never hangs")
                .isEqualTo(Outcome.REJECT);
    }

    @Test
    void whoLeavesMeanwhileIsReplacedByNobodyWhoIsInTheStepAlready() {
        staff.left.add(MANAGER);
        assertThat(resolver.instead(MANAGER, EdgeRules.USUAL, SUBMITTER, Set.of(LAWYER)))
                .map(Seat::personId)
                .contains(DIRECTOR);
        assertThat(resolver.instead(MANAGER, EdgeRules.USUAL, SUBMITTER, Set.of(DIRECTOR)))
                .isEmpty();
        assertThat(resolver.instead(DIRECTOR, EdgeRules.USUAL, SUBMITTER, Set.of()))
                .as("is there")
                .isEmpty();
    }

    /** In companies of ten where anybody may stand above, deputise for or have left from anybody. */
    @Property
    void whoTakesAPlaceCanDecide(
            @ForAll Random chance, @ForAll NobodyFound nobody, @ForAll Submitter submitter, @ForAll Absent absent) {
        SampleStaff company = new SampleStaff();
        for (long person = 0; person < 10; person++) {
            company.above.put(person, some(chance));
            if (chance.nextInt(3) == 0) {
                company.deputies.put(person, (long) chance.nextInt(10));
            }
            if (chance.nextInt(3) == 0) {
                company.left.add(person);
            }
        }
        Long fallback = nobody == NobodyFound.FALLBACK ? (long) chance.nextInt(10) : null;
        EdgeRules edges = new EdgeRules(nobody, fallback, submitter, SamePerson.COUNTS, absent);
        long asked = chance.nextInt(10);
        long submitterId = chance.nextInt(10);
        Set<Long> inStep = new HashSet<>(some(chance));
        inStep.add(asked);

        Optional<Seat> found = new ApproverResolver(company).successor(asked, edges, submitterId, inStep);

        boolean there = company.isActive(asked) && (absent == Absent.WAIT || !company.deputies.containsKey(asked));
        if (there && asked != submitterId) {
            assertThat(found).as("who is there decides").isEmpty();
        }
        found.ifPresent(seat -> {
            assertThat(company.isActive(seat.personId())).isTrue();
            assertThat(seat.personId()).isNotEqualTo(submitterId);
            assertThat(inStep).doesNotContain(seat.personId());
        });
        boolean helps = fallback != null
                && company.isActive(fallback)
                && fallback != submitterId
                && !inStep.contains(fallback)
                && !company.deputies.containsKey(fallback);
        if (!company.isActive(asked) && helps) {
            assertThat(found).as("whom the flow names is asked at the latest").isPresent();
        }
    }

    @Property
    void alwaysEndsAndNeverAsksWhoMayNotDecide(
            @ForAll Random chance,
            @ForAll ApproverKind kind,
            @ForAll NobodyFound nobody,
            @ForAll Submitter submitter,
            @ForAll SamePerson same,
            @ForAll Absent absent,
            @ForAll @IntRange(min = 0, max = 4) int level) {
        SampleStaff company = new SampleStaff();
        for (long person = 0; person < 10; person++) {
            company.above.put(person, some(chance));
            company.inCharge.put(person, some(chance));
            company.holders.put(person, some(chance));
            company.holdersInLine.put(person, some(chance));
            if (chance.nextInt(3) == 0) {
                company.deputies.put(person, (long) chance.nextInt(10));
            }
            if (chance.nextInt(4) == 0) {
                company.left.add(person);
            }
        }
        EdgeRules edges = new EdgeRules(
                nobody, nobody == NobodyFound.FALLBACK ? (long) chance.nextInt(10) : null, submitter, same, absent);
        Asking asking = new Asking(
                chance.nextInt(10),
                chance.nextBoolean() ? (long) chance.nextInt(10) : null,
                some(chance),
                new HashSet<>(some(chance)));

        Seating seating = new ApproverResolver(company)
                .seats(new Approvers(kind, some(chance), chance.nextBoolean(), level), edges, asking);

        assertThat(seating.seats().isEmpty()).isEqualTo(seating.outcome() != Outcome.ASK);
        assertThat(seating.seats()).extracting(Seat::personId).doesNotHaveDuplicates();
        for (Seat seat : seating.seats()) {
            assertThat(company.isActive(seat.personId())).isTrue();
            assertThat(seat.personId() == asking.submitterId() && submitter != Submitter.ALLOW)
                    .isFalse();
            assertThat(seat.approvedBefore())
                    .isEqualTo(same == SamePerson.COUNTS && asking.approved().contains(seat.personId()));
        }
        if (seating.outcome() == Outcome.SKIP) {
            assertThat(nobody).isEqualTo(NobodyFound.SKIP);
        }
    }

    private static List<Long> some(Random chance) {
        return chance.longs(chance.nextInt(4), 0, 10).boxed().distinct().toList();
    }

    private List<Long> people(Approvers approvers) {
        return people(seats(approvers, EdgeRules.USUAL));
    }

    private static List<Long> people(Seating seating) {
        return seating.seats().stream().map(Seat::personId).toList();
    }

    private Seating seats(Approvers approvers, EdgeRules edges) {
        return resolver.seats(approvers, edges, new Asking(SUBMITTER, TEAM, List.of(), Set.of()));
    }

    private static EdgeRules rules(Submitter submitter) {
        return new EdgeRules(NobodyFound.REJECT, null, submitter, SamePerson.COUNTS, Absent.DEPUTY);
    }

    private static EdgeRules rules(Absent absent) {
        return new EdgeRules(NobodyFound.REJECT, null, Submitter.SUPERIOR, SamePerson.COUNTS, absent);
    }

    private static EdgeRules nobody(NobodyFound nobody, @Nullable Long fallback) {
        return new EdgeRules(nobody, fallback, Submitter.SUPERIOR, SamePerson.COUNTS, Absent.DEPUTY);
    }
}
