package org.triviumcrm.approval.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.RoleRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Teams;

/** What a step says, in short sentences; what its conditions say is for {@link org.triviumcrm.shared.condition.ConditionWords}. */
@Component
public class StepWords {

    private static final int HOURS_A_DAY = 24;

    private final MessageSource messages;
    private final People people;
    private final Teams teams;
    private final Roles roles;

    StepWords(MessageSource messages, People people, Teams teams, Roles roles) {
        this.messages = messages;
        this.people = people;
        this.teams = teams;
        this.roles = roles;
    }

    /** Who decides, how many of them, when they are reminded, and what happens after its time; without its condition. */
    public List<String> of(Step step, Locale locale) {
        return of(step, names(List.of(step), List.of(), locale), locale);
    }

    /** The same with names that were read before. */
    public List<String> of(Step step, Names names, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(asked(step, names, locale));
        Integer remind = step.remindAfterHours();
        if (remind != null) {
            lines.add(say("approval.step.remind", locale, duration(remind, locale)));
        }
        TimeLimit limit = step.limit();
        if (limit != null) {
            lines.add(after(limit, names, locale));
        }
        return lines;
    }

    /** Who decides, and how many of them. */
    public String asked(Step step, Names names, Locale locale) {
        String who = who(step.approvers(), names, locale);
        return isOnePerson(step.approvers()) && step.mode() != Mode.PERCENTAGE
                ? who
                : say("approval.step.asked." + step.mode().name(), locale, who, step.percent());
    }

    /** What happens when nobody has decided in time. */
    public String after(TimeLimit limit, Names names, Locale locale) {
        Long up = limit.outcome() == TimeLimit.Outcome.ESCALATE ? limit.escalateTo() : null;
        String key = "approval.step.limit." + (up == null ? limit.outcome().name() : "TO");
        return say(key, locale, duration(limit.hours(), locale), up == null ? "" : names.person(up));
    }

    /** Whole days as days, else hours. */
    public String duration(int hours, Locale locale) {
        return hours > 0 && hours % HOURS_A_DAY == 0
                ? say("approval.step.days", locale, hours / HOURS_A_DAY)
                : say("approval.step.hours", locale, hours);
    }

    /** The names of all whom some steps name, and of further people. */
    public Names names(Collection<Step> steps, Collection<Long> further, Locale locale) {
        Set<Long> some = new LinkedHashSet<>(further);
        Set<Long> named = new LinkedHashSet<>();
        boolean byRole = false;
        for (Step step : steps) {
            ApproverKind kind = step.approvers().kind();
            if (kind == ApproverKind.PERSON) {
                some.addAll(step.approvers().ids());
            } else if (kind == ApproverKind.TEAM_MANAGER) {
                named.addAll(step.approvers().ids());
            } else {
                byRole |= !step.approvers().ids().isEmpty();
            }
            TimeLimit limit = step.limit();
            if (limit != null && limit.escalateTo() != null) {
                some.add(limit.escalateTo());
            }
        }
        return new Names(
                some.isEmpty() ? Map.of() : people.names(some),
                named.isEmpty() ? Map.of() : teams.names(named),
                byRole ? roles.all(locale).stream().collect(Collectors.toMap(RoleRef::id, RoleRef::name)) : Map.of());
    }

    private String who(Approvers approvers, Names names, Locale locale) {
        List<Long> ids = approvers.ids();
        if (ids.isEmpty() && (approvers.kind() == ApproverKind.PERSON || approvers.kind() == ApproverKind.ROLE)) {
            return say("approval.step.nobody", locale);
        }
        return switch (approvers.kind()) {
            case PERSON -> Names.of(names.people(), ids);
            case ROLE ->
                say(
                        approvers.inLine() ? "approval.step.roleInLine" : "approval.step.role",
                        locale,
                        Names.of(names.roles(), ids));
            case TEAM_MANAGER ->
                ids.isEmpty()
                        ? say("approval.step.ownManager", locale)
                        : say("approval.step.manager", locale, Names.of(names.teams(), ids));
            case SUPERIOR ->
                approvers.level() == 1
                        ? say("approval.step.superior", locale)
                        : say("approval.step.superiors", locale, approvers.level());
            case CHOICE ->
                ids.isEmpty()
                        ? say("approval.step.choice", locale)
                        : say("approval.step.choiceOf", locale, Names.of(names.roles(), ids));
        };
    }

    /** With one person it goes without saying who has to approve. */
    private static boolean isOnePerson(Approvers approvers) {
        return switch (approvers.kind()) {
            case PERSON, TEAM_MANAGER -> approvers.ids().size() <= 1;
            case SUPERIOR -> true;
            case ROLE, CHOICE -> approvers.ids().isEmpty() && approvers.kind() == ApproverKind.ROLE;
        };
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
