package org.triviumcrm.approval.trial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.EdgeRules;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.approval.flow.FlowWords;
import org.triviumcrm.approval.rule.ApproverResolver;
import org.triviumcrm.approval.rule.Asking;
import org.triviumcrm.approval.rule.Seat;
import org.triviumcrm.approval.rule.Seating;
import org.triviumcrm.approval.rule.Seating.Remark;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.approval.trial.TrialResult.Standing;
import org.triviumcrm.identity.People;
import org.triviumcrm.shared.format.Format;

/** Goes through the steps of a flow as a case would when everybody approves, by the very rules of cases. */
final class StepTrial {

    private static final int SHOWN = 20;

    private final Staff staff;
    private final People people;
    private final MessageSource messages;
    private final Format format;
    private final Locale locale;
    private final Map<Long, LocalDate> away;
    private final FlowWords.Words words;
    private final ConditionTrial conditions;

    StepTrial(
            Staff staff,
            People people,
            MessageSource messages,
            Format format,
            Locale locale,
            Map<Long, LocalDate> away,
            FlowWords.Words words,
            ConditionTrial conditions) {
        this.staff = staff;
        this.people = people;
        this.messages = messages;
        this.format = format;
        this.locale = locale;
        this.away = away;
        this.words = words;
        this.conditions = conditions;
    }

    List<TrialResult.Step> of(FlowDefinition flow, long submitterId, @Nullable Long teamId) {
        List<TrialResult.Step> steps = new ArrayList<>();
        Set<Long> approved = new HashSet<>();
        boolean rejected = false;
        for (Step step : flow.steps()) {
            TrialResult.Step tried = rejected
                    ? plain(step, Standing.NOT_REACHED)
                    : step(step, flow.edges(), new Asking(submitterId, teamId, List.of(), approved), approved);
            rejected |= tried.standing() == Standing.REJECTS;
            steps.add(tried);
        }
        return steps;
    }

    private TrialResult.Step step(Step step, EdgeRules edges, Asking asking, Set<Long> approved) {
        if (!conditions.holds(step.when())) {
            return plain(step, Standing.NOT_NEEDED);
        }
        ApproverResolver resolver = new ApproverResolver(staff);
        if (step.approvers().kind() == ApproverKind.CHOICE) {
            List<String> offered = resolver.choices(step.approvers(), asking.teamId()).stream()
                    .limit(SHOWN)
                    .map(this::name)
                    .toList();
            String note = offered.isEmpty()
                    ? say("approval.trial.choice.anybody")
                    : say("approval.trial.choice", String.join(", ", offered));
            return new TrialResult.Step(
                    step.name(),
                    Standing.CHOSEN,
                    words.asked(step),
                    conditions.of(step.when()),
                    List.of(),
                    List.of(note));
        }
        Seating seating = resolver.seats(step.approvers(), edges, asking);
        List<TrialResult.Seat> seats = new ArrayList<>();
        boolean decided = seating.isDecided(step.mode(), step.percent());
        for (Seat seat : seating.seats()) {
            if (!decided) {
                approved.add(seat.personId());
            }
            if (!decided || seat.approvedBefore()) {
                seats.add(new TrialResult.Seat(name(seat.personId()), why(seat, step, asking)));
            }
        }
        return new TrialResult.Step(
                step.name(),
                switch (seating.outcome()) {
                    case ASK -> decided ? Standing.COUNTS : Standing.ASKED;
                    case SKIP -> Standing.NOBODY;
                    case REJECT -> Standing.REJECTS;
                },
                words.asked(step),
                conditions.of(step.when()),
                seats,
                notes(step, edges, asking, seating));
    }

    private List<String> notes(Step step, EdgeRules edges, Asking asking, Seating seating) {
        List<String> notes =
                new ArrayList<>(seating.remarks().stream().map(this::note).toList());
        TimeLimit limit = step.limit();
        if (!seating.seats().isEmpty()
                && !seating.isDecided(step.mode(), step.percent())
                && limit != null
                && limit.outcome() == TimeLimit.Outcome.ESCALATE) {
            notes.add(late(limit, edges, asking, seating.seats()));
        }
        return notes;
    }

    /** To whom it goes when the time is over, found as a case would find them. */
    private String late(TimeLimit limit, EdgeRules edges, Asking asking, List<Seat> asked) {
        Set<Long> above = new LinkedHashSet<>();
        if (limit.escalateTo() != null) {
            above.add(limit.escalateTo());
        } else {
            asked.forEach(
                    seat -> staff.above(seat.personId()).stream().findFirst().ifPresent(above::add));
        }
        Seating up = new ApproverResolver(staff)
                .seats(
                        Approvers.people(above.toArray(new Long[0])),
                        edges,
                        new Asking(asking.submitterId(), asking.teamId(), List.of(), Set.of()));
        String names = String.join(
                ", ", up.seats().stream().map(seat -> name(seat.personId())).toList());
        return names.isEmpty() ? say("approval.trial.late.nobody") : say("approval.trial.late", names);
    }

    private TrialResult.Step plain(Step step, Standing standing) {
        return new TrialResult.Step(
                step.name(), standing, words.asked(step), conditions.of(step.when()), List.of(), List.of());
    }

    private String why(Seat seat, Step step, Asking asking) {
        if (seat.approvedBefore()) {
            return say("approval.trial.why.approvedBefore");
        }
        Long former = seat.formerPersonId();
        return switch (seat.cause()) {
            case ASSIGNED -> say("approval.trial.why." + step.approvers().kind().name(), name(asking.submitterId()));
            case DEPUTY -> say("approval.trial.why.deputy", former == null ? "" : name(former));
            case SUPERIOR -> say("approval.trial.why.superior", former == null ? "" : name(former));
            case FALLBACK -> say("approval.trial.why.fallback");
        };
    }

    private String note(Remark remark) {
        LocalDate until = away.get(remark.personId());
        return say(
                "approval.trial.rule." + remark.rule().name(),
                name(remark.personId()),
                until == null ? "" : format.date(until));
    }

    private String name(long person) {
        return people.names(List.of(person)).getOrDefault(person, "?");
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
