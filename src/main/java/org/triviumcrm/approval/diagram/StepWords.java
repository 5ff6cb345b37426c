package org.triviumcrm.approval.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.RoleRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Teams;

/** What a step says, in short sentences. */
@Component
public class StepWords {

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
        List<String> lines = new ArrayList<>();
        lines.add(who(step.approvers(), locale));
        lines.add(say("approval.step.mode." + step.mode().name(), locale, step.percent()));
        if (step.mode() != Mode.PERCENTAGE && isOnePerson(step.approvers())) {
            lines.remove(1);
        }
        Integer remind = step.remindAfterHours();
        if (remind != null) {
            lines.add(say("approval.step.remind", locale, remind));
        }
        TimeLimit limit = step.limit();
        if (limit != null) {
            Long up = limit.outcome() == TimeLimit.Outcome.ESCALATE ? limit.escalateTo() : null;
            String key = "approval.step.limit." + (up == null ? limit.outcome().name() : "TO");
            lines.add(say(key, locale, limit.hours(), up == null ? "" : names(people.names(List.of(up)), List.of(up))));
        }
        return lines;
    }

    private String who(Approvers approvers, Locale locale) {
        List<Long> ids = approvers.ids();
        return switch (approvers.kind()) {
            case PERSON -> names(people.names(ids), ids);
            case ROLE ->
                say(approvers.inLine() ? "approval.step.roleInLine" : "approval.step.role", locale, roles(ids, locale));
            case TEAM_MANAGER ->
                ids.isEmpty()
                        ? say("approval.step.ownManager", locale)
                        : say("approval.step.manager", locale, names(teams.names(ids), ids));
            case SUPERIOR ->
                approvers.level() == 1
                        ? say("approval.step.superior", locale)
                        : say("approval.step.superiors", locale, approvers.level());
            case CHOICE ->
                ids.isEmpty()
                        ? say("approval.step.choice", locale)
                        : say("approval.step.choiceOf", locale, roles(ids, locale));
        };
    }

    /** With one person it goes without saying who has to approve. */
    private static boolean isOnePerson(Approvers approvers) {
        return switch (approvers.kind()) {
            case PERSON -> approvers.ids().size() == 1;
            case TEAM_MANAGER -> approvers.ids().size() <= 1;
            case SUPERIOR -> true;
            case ROLE, CHOICE -> false;
        };
    }

    private String roles(List<Long> ids, Locale locale) {
        return names(roles.all(locale).stream().collect(Collectors.toMap(RoleRef::id, RoleRef::name)), ids);
    }

    private static String names(Map<Long, String> names, List<Long> ids) {
        return ids.stream().map(id -> names.getOrDefault(id, "?")).collect(Collectors.joining(" · "));
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
