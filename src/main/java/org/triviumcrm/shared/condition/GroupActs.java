package org.triviumcrm.shared.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.PropertyAccessorFactory;

/** What the buttons of conditions do with the rows of a group; nothing is saved by it. */
public final class GroupActs {

    private static final Runnable NOTHING = () -> {};

    /** A button says what it does, to which group, and to which of its rows. */
    private static final Pattern ACT = Pattern.compile("(\\w+) ((\\w+)(?:[.]groups\\[\\d{1,2}]){0,3})(?: (\\d{1,3}))?");

    private GroupActs() {}

    /**
     * Brings the rows in line with the fields chosen in them, and does what buttons say.
     *
     * @param form holds the group
     * @param root name of the form's property with the outermost group
     */
    public static void apply(
            Object form, String root, GroupForm group, List<String> acts, Map<String, ConditionField> fields) {
        group.settle(fields);
        List<Runnable> meant = new ArrayList<>();
        for (String act : acts) {
            Matcher said = ACT.matcher(act);
            if (said.matches() && said.group(3).equals(root)) {
                int row = said.group(4) == null ? -1 : Integer.parseInt(said.group(4));
                meant.add(meant(at(form, said.group(2)), said.group(1), row, fields));
            }
        }
        meant.forEach(Runnable::run);
    }

    /**
     * What is to be done, to the rows as they are now.
     *
     * @param word as the buttons of {@code fragments/conditions} say it
     * @param row which one of the group, for removals
     */
    public static Runnable meant(GroupForm group, String word, int row, Map<String, ConditionField> fields) {
        List<ConditionField> offered = new ArrayList<>(fields.values());
        if (offered.isEmpty()) {
            return NOTHING;
        }
        return switch (word) {
            case "addCondition" -> () -> group.add(offered.get(0));
            case "addGroup" -> () -> group.addGroup(offered.get(0));
            case "removeCondition" -> removal(group.getConditions(), row);
            case "removeGroup" -> removal(group.getGroups(), row);
            default -> NOTHING;
        };
    }

    private static Runnable removal(List<?> rows, int row) {
        if (row < 0 || row >= rows.size()) {
            return NOTHING;
        }
        Object removed = rows.get(row);
        return () -> rows.remove(removed);
    }

    /** The group at a path of a form. One that there is not is nobody's: the button of a page that was changed by hand. */
    public static GroupForm at(Object form, String path) {
        try {
            Object group = PropertyAccessorFactory.forBeanPropertyAccess(form).getPropertyValue(path);
            return group instanceof GroupForm found ? found : new GroupForm();
        } catch (InvalidPropertyException missing) {
            return new GroupForm();
        }
    }
}
