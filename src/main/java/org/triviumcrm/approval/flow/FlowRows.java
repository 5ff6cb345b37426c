package org.triviumcrm.approval.flow;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.GroupActs;

/**
 * What the buttons of a flow's form do with its rows; nothing is saved by it. A button says a word, the place, and which of the
 * rows there: {@code addStep}, {@code stepUp steps 2}, {@code addCondition steps[1].when}, {@code removeGroup when 0}.
 */
final class FlowRows {

    private static final Pattern ACT = Pattern.compile(
            "(\\w+)(?: (steps|(?:steps\\[\\d{1,2}])?[.]?when(?:[.]groups\\[\\d{1,2}]){0,3}))?(?: (\\d{1,3}))?");

    private static final Runnable NOTHING = () -> {};

    private FlowRows() {}

    /** @param acts each about the rows as the form has them, whatever those before it do */
    static void change(FlowForm form, List<String> acts, Map<String, ConditionField> fields) {
        while (form.getSteps().size() > FlowForm.MOST_STEPS) {
            form.getSteps().remove(FlowForm.MOST_STEPS);
        }
        form.getWhen().settle(fields);
        form.getSteps().forEach(step -> step.getWhen().settle(fields));
        acts.stream().map(act -> meant(form, act, fields)).toList().forEach(Runnable::run);
    }

    private static Runnable meant(FlowForm form, String act, Map<String, ConditionField> fields) {
        Matcher said = ACT.matcher(act);
        if (!said.matches()) {
            return NOTHING;
        }
        String place = said.group(2) == null ? "" : said.group(2);
        int row = said.group(3) == null ? -1 : Integer.parseInt(said.group(3));
        if (said.group(1).equals("addStep")) {
            return () -> addStep(form);
        }
        if (place.equals("steps")) {
            return step(form.getSteps(), said.group(1), row);
        }
        return place.isEmpty() ? NOTHING : GroupActs.meant(GroupActs.at(form, place), said.group(1), row, fields);
    }

    private static void addStep(FlowForm form) {
        if (form.getSteps().size() < FlowForm.MOST_STEPS) {
            StepForm added = new StepForm();
            added.setKey("s" + form.getNextStep());
            form.setNextStep(form.getNextStep() + 1);
            form.getSteps().add(added);
        }
    }

    private static Runnable step(List<StepForm> steps, String word, int row) {
        if (row < 0 || row >= steps.size()) {
            return NOTHING;
        }
        StepForm step = steps.get(row);
        return switch (word) {
            case "removeStep" -> () -> steps.remove(step);
            case "stepUp" -> () -> swap(steps, steps.indexOf(step), -1);
            case "stepDown" -> () -> swap(steps, steps.indexOf(step), 1);
            default -> NOTHING;
        };
    }

    private static void swap(List<StepForm> steps, int one, int by) {
        int other = one + by;
        if (one >= 0 && other >= 0 && other < steps.size()) {
            Collections.swap(steps, one, other);
        }
    }
}
