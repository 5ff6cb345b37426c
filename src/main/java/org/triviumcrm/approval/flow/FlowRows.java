package org.triviumcrm.approval.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.PropertyAccessorFactory;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.GroupForm;

/**
 * What the buttons of a flow's form do with its rows; nothing is saved by it. A button says a word, the place, and which of the
 * rows there: {@code addStep}, {@code stepUp steps 2}, {@code addCondition steps[1].when}, {@code removeGroup when 0}.
 */
final class FlowRows {

    private static final Pattern ACT = Pattern.compile(
            "(\\w+)(?: (steps|(?:steps\\[\\d{1,2}])?[.]?when(?:[.]groups\\[\\d{1,2}]){0,3}))?(?: (\\d{1,3}))?");

    private FlowRows() {}

    static void change(FlowForm form, String act, Map<String, ConditionField> fields) {
        while (form.getSteps().size() > FlowForm.MOST_STEPS) {
            form.getSteps().remove(FlowForm.MOST_STEPS);
        }
        form.getWhen().settle(fields);
        form.getSteps().forEach(step -> step.getWhen().settle(fields));
        Matcher said = ACT.matcher(act);
        if (!said.matches()) {
            return;
        }
        String place = said.group(2) == null ? "" : said.group(2);
        int row = said.group(3) == null ? -1 : Integer.parseInt(said.group(3));
        if (said.group(1).equals("addStep")) {
            addStep(form);
        } else if (place.equals("steps")) {
            step(form.getSteps(), said.group(1), row);
        } else if (!place.isEmpty()) {
            condition(group(form, place), said.group(1), row, fields);
        }
    }

    private static void addStep(FlowForm form) {
        if (form.getSteps().size() < FlowForm.MOST_STEPS) {
            StepForm added = new StepForm();
            added.setKey("s" + form.getNextStep());
            form.setNextStep(form.getNextStep() + 1);
            form.getSteps().add(added);
        }
    }

    private static void step(List<StepForm> steps, String word, int row) {
        if (row < 0 || row >= steps.size()) {
            return;
        }
        switch (word) {
            case "removeStep" -> steps.remove(row);
            case "stepUp" -> swap(steps, row, row - 1);
            case "stepDown" -> swap(steps, row, row + 1);
            default -> {}
        }
    }

    private static void swap(List<StepForm> steps, int one, int other) {
        if (other >= 0 && other < steps.size()) {
            Collections.swap(steps, one, other);
        }
    }

    private static void condition(GroupForm group, String word, int row, Map<String, ConditionField> fields) {
        List<ConditionField> offered = new ArrayList<>(fields.values());
        if (offered.isEmpty()) {
            return;
        }
        switch (word) {
            case "addCondition" -> group.add(offered.get(0));
            case "addGroup" -> group.addGroup(offered.get(0));
            case "removeCondition" -> remove(group.getConditions(), row);
            case "removeGroup" -> remove(group.getGroups(), row);
            default -> {}
        }
    }

    private static void remove(List<?> rows, int row) {
        if (row >= 0 && row < rows.size()) {
            rows.remove(row);
        }
    }

    /** A group that there is not is nobody's: the button of a page that was changed by hand. */
    private static GroupForm group(FlowForm form, String place) {
        try {
            Object group = PropertyAccessorFactory.forBeanPropertyAccess(form).getPropertyValue(place);
            return group instanceof GroupForm found ? found : new GroupForm();
        } catch (InvalidPropertyException missing) {
            return new GroupForm();
        }
    }
}
