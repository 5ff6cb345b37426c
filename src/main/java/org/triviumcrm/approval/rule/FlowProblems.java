package org.triviumcrm.approval.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules.NobodyFound;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.ConditionProblems;
import org.triviumcrm.shared.condition.FieldKind;

/** What hinders a flow from being switched on: with one of these a case could go wrong. */
public final class FlowProblems {

    private static final int HUNDRED = 100;

    private final ConditionProblems conditions;
    private final Staff staff;

    /** @param kinds the fields of the subject, by key */
    public FlowProblems(Map<String, FieldKind> kinds, Staff staff) {
        this.conditions = new ConditionProblems(kinds);
        this.staff = staff;
    }

    /**
     * One thing that is wrong.
     *
     * @param step key of the step; null when it is the flow
     * @param condition with {@link Kind#CONDITION} what exactly
     */
    public record Problem(Kind kind, @Nullable String step, ConditionProblems.@Nullable Problem condition) {}

    /** What can be wrong. */
    public enum Kind {
        /** Nobody would ever be asked. */
        NO_STEPS,
        /** A step has no name. */
        NAME_MISSING,
        /** Two steps have one key. */
        KEY_TWICE,
        /** A condition does not hold water. */
        CONDITION,
        /** No person or role is named. */
        APPROVERS_MISSING,
        /** Somebody who is named has left. */
        APPROVER_LEFT,
        /** Nobody has the roles. */
        ROLE_EMPTY,
        /** Nobody is in charge of the teams, nor of those above them; or they are gone. */
        TEAM_UNMANAGED,
        /** The superior's number is below 1. */
        LEVEL,
        /** The share is not between 1 and 100. */
        PERCENT,
        /** A reminder after less than an hour. */
        REMINDER,
        /** The reminder would come when the time is over already. */
        REMINDER_TOO_LATE,
        /** A limit of less than an hour. */
        LIMIT,
        /** Who is asked after the limit has left. */
        ESCALATION_LEFT,
        /** Nobody is above who is asked, so what is late stays with them; this alone does not hinder. */
        NOBODY_ABOVE,
        /** Nobody is named for when nobody is found, or that person has left. */
        FALLBACK
    }

    /** All that is wrong, the flow first, then step by step. */
    public List<Problem> of(FlowDefinition flow) {
        List<Problem> problems = new ArrayList<>();
        conditions(flow.when(), null, problems);
        if (flow.steps().isEmpty()) {
            problems.add(new Problem(Kind.NO_STEPS, null, null));
        }
        Long fallback = flow.edges().fallbackPersonId();
        if (flow.edges().nobodyFound() == NobodyFound.FALLBACK && (fallback == null || !staff.isActive(fallback))) {
            problems.add(new Problem(Kind.FALLBACK, null, null));
        }
        Set<String> keys = new HashSet<>();
        for (Step step : flow.steps()) {
            if (!keys.add(step.key())) {
                problems.add(new Problem(Kind.KEY_TWICE, step.key(), null));
            }
            conditions(step.when(), step.key(), problems);
            kinds(step).forEach(kind -> problems.add(new Problem(kind, step.key(), null)));
        }
        return problems;
    }

    /** What a flow may be switched on with, but whoever builds it should know. */
    public List<Problem> warnings(FlowDefinition flow) {
        return flow.steps().stream()
                .filter(this::endsWithNobodyAbove)
                .map(step -> new Problem(Kind.NOBODY_ABOVE, step.key(), null))
                .toList();
    }

    /** As far as it can be known beforehand: of who is named, not of the submitter's superiors or choice. */
    private boolean endsWithNobodyAbove(Step step) {
        TimeLimit limit = step.limit();
        if (limit == null || limit.outcome() != TimeLimit.Outcome.ESCALATE || limit.escalateTo() != null) {
            return false;
        }
        Set<Long> asked = new HashSet<>();
        for (long id : step.approvers().ids()) {
            switch (step.approvers().kind()) {
                case PERSON -> asked.add(id);
                case ROLE -> asked.addAll(staff.holders(id, null));
                case TEAM_MANAGER -> staff.inCharge(id).stream().findFirst().ifPresent(asked::add);
                case SUPERIOR, CHOICE -> {}
            }
        }
        return !asked.isEmpty()
                && asked.stream().allMatch(person -> staff.above(person).isEmpty());
    }

    private void conditions(ConditionGroup group, @Nullable String step, List<Problem> problems) {
        conditions.of(group).forEach(problem -> problems.add(new Problem(Kind.CONDITION, step, problem)));
    }

    private List<Kind> kinds(Step step) {
        List<Kind> kinds = new ArrayList<>();
        if (step.name().isBlank()) {
            kinds.add(Kind.NAME_MISSING);
        }
        Kind approvers = approvers(step.approvers());
        if (approvers != null) {
            kinds.add(approvers);
        }
        if (step.mode() == Mode.PERCENTAGE && (step.percent() < 1 || step.percent() > HUNDRED)) {
            kinds.add(Kind.PERCENT);
        }
        Integer remind = step.remindAfterHours();
        TimeLimit limit = step.limit();
        if (remind != null && remind < 1) {
            kinds.add(Kind.REMINDER);
        } else if (remind != null && limit != null && remind >= limit.hours()) {
            kinds.add(Kind.REMINDER_TOO_LATE);
        }
        if (limit != null && limit.hours() < 1) {
            kinds.add(Kind.LIMIT);
        }
        if (limit != null && limit.outcome() == TimeLimit.Outcome.ESCALATE) {
            Long up = limit.escalateTo();
            if (up != null && !staff.isActive(up)) {
                kinds.add(Kind.ESCALATION_LEFT);
            }
        }
        return kinds;
    }

    private @Nullable Kind approvers(Approvers approvers) {
        List<Long> ids = approvers.ids();
        boolean byRole = approvers.kind() == ApproverKind.ROLE || approvers.kind() == ApproverKind.CHOICE;
        if (approvers.kind() == ApproverKind.SUPERIOR) {
            return approvers.level() < 1 ? Kind.LEVEL : null;
        }
        if (ids.isEmpty() && (approvers.kind() == ApproverKind.PERSON || approvers.kind() == ApproverKind.ROLE)) {
            return Kind.APPROVERS_MISSING;
        }
        if (approvers.kind() == ApproverKind.PERSON && !ids.stream().allMatch(staff::isActive)) {
            return Kind.APPROVER_LEFT;
        }
        if (approvers.kind() == ApproverKind.TEAM_MANAGER) {
            boolean managed =
                    ids.stream().anyMatch(team -> !staff.inCharge(team).isEmpty());
            return ids.isEmpty() || managed ? null : Kind.TEAM_UNMANAGED;
        }
        boolean anybody =
                ids.stream().anyMatch(role -> !staff.holders(role, null).isEmpty());
        return byRole && !ids.isEmpty() && !anybody ? Kind.ROLE_EMPTY : null;
    }
}
