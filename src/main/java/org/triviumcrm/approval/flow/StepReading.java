package org.triviumcrm.approval.flow;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.approval.definition.ApproverKind;
import org.triviumcrm.approval.definition.Approvers;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.definition.TimeLimit;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.GroupForm;

/** Between a step and what is typed for it. */
final class StepReading {

    private static final int NAME = 100;
    private static final int HUNDRED = 100;

    /** Ten years; the engine's timers end somewhere. */
    private static final int LONGEST_HOURS = 87_600;

    private StepReading() {}

    static StepForm form(Step step, Map<String, ConditionField> fields) {
        StepForm form = new StepForm();
        form.setKey(step.key());
        form.setName(step.name());
        form.setWhen(GroupForm.of(step.when(), fields));
        Approvers approvers = step.approvers();
        form.setKind(approvers.kind());
        String[] ids = approvers.ids().stream().map(String::valueOf).toArray(String[]::new);
        switch (approvers.kind()) {
            case PERSON -> form.setPeople(ids);
            case ROLE -> form.setRoles(ids);
            case CHOICE -> form.setChosenFrom(ids);
            case TEAM_MANAGER -> form.setTeams(ids);
            case SUPERIOR -> form.setLevel(String.valueOf(approvers.level()));
        }
        form.setInLine(approvers.inLine());
        form.setMode(step.mode());
        form.setPercent(String.valueOf(step.percent()));
        Integer remind = step.remindAfterHours();
        if (remind != null) {
            form.setRemindUnit(unit(remind));
            form.setRemind(String.valueOf(remind / form.getRemindUnit().hours()));
        }
        TimeLimit limit = step.limit();
        if (limit != null) {
            form.setLimitUnit(unit(limit.hours()));
            form.setLimit(String.valueOf(limit.hours() / form.getLimitUnit().hours()));
            form.setOutcome(limit.outcome());
            form.setEscalateTo(text(limit.escalateTo()));
        }
        return form;
    }

    /** As far as it can be read: a number that can't counts as missing. */
    static Step step(StepForm form, Map<String, ConditionField> fields) {
        Integer percent = number(form.getPercent());
        Integer limit = number(form.getLimit());
        Integer remind = number(form.getRemind());
        boolean escalates = form.getOutcome() == TimeLimit.Outcome.ESCALATE;
        return new Step(
                form.getKey(),
                form.getName().strip(),
                form.getWhen().read(fields),
                approvers(form),
                form.getMode(),
                percent == null ? 0 : percent,
                remind == null ? null : hours(remind, form.getRemindUnit()),
                limit == null
                        ? null
                        : new TimeLimit(
                                hours(limit, form.getLimitUnit()),
                                form.getOutcome(),
                                escalates ? id(form.getEscalateTo()) : null));
    }

    private static Approvers approvers(StepForm form) {
        Integer level = number(form.getLevel());
        boolean byRole = form.getKind() == ApproverKind.ROLE || form.getKind() == ApproverKind.CHOICE;
        return new Approvers(
                form.getKind(),
                switch (form.getKind()) {
                    case PERSON -> ids(form.getPeople());
                    case ROLE -> ids(form.getRoles());
                    case CHOICE -> ids(form.getChosenFrom());
                    case TEAM_MANAGER -> ids(form.getTeams());
                    case SUPERIOR -> List.of();
                },
                byRole && form.isInLine(),
                form.getKind() == ApproverKind.SUPERIOR && level != null ? level : 0);
    }

    static void check(StepForm form, Map<String, ConditionField> fields, String path, Errors errors) {
        form.getWhen().check(fields, path + ".when", errors);
        if (form.getName().length() > NAME) {
            errors.rejectValue(path + ".name", "approval.flow.error.stepName");
        }
        if (form.getKind() == ApproverKind.SUPERIOR && isWrong(form.getLevel(), HUNDRED)) {
            errors.rejectValue(path + ".level", "approval.flow.error.number");
        }
        if (form.getMode() == Mode.PERCENTAGE && isWrong(form.getPercent(), HUNDRED)) {
            errors.rejectValue(path + ".percent", "approval.flow.error.percent");
        }
        if (isWrong(form.getRemind(), LONGEST_HOURS / form.getRemindUnit().hours())) {
            errors.rejectValue(path + ".remind", "approval.flow.error.number");
        }
        if (isWrong(form.getLimit(), LONGEST_HOURS / form.getLimitUnit().hours())) {
            errors.rejectValue(path + ".limit", "approval.flow.error.number");
        }
    }

    private static boolean isWrong(String typed, int most) {
        Integer number = number(typed);
        return !typed.isBlank() && (number == null || number < 1 || number > most);
    }

    /** Whole days as days; what nobody can type is kept in hours. */
    private static TimeUnit unit(int hours) {
        return hours % TimeUnit.DAYS.hours() == 0 ? TimeUnit.DAYS : TimeUnit.HOURS;
    }

    private static int hours(int number, TimeUnit unit) {
        return (int) Math.min(LONGEST_HOURS, (long) number * unit.hours());
    }

    /** Null when it is blank or none. */
    private static @Nullable Integer number(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
    }

    private static List<Long> ids(String... typed) {
        Stream<@Nullable Long> ids = Arrays.stream(typed).map(StepReading::id);
        return ids.filter(Objects::nonNull)
                .distinct()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Null when it is blank or none. */
    static @Nullable Long id(String typed) {
        return typed.strip().matches("\\d{1,18}") ? Long.valueOf(typed.strip()) : null;
    }

    static String text(@Nullable Long id) {
        return id == null ? "" : String.valueOf(id);
    }
}
