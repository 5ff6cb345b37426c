package org.triviumcrm.shared.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.condition.ConditionGroup.Joining;

/** The part of a form in which people put conditions together: rows, and groups of rows. */
public class GroupForm {

    private Joining joining = Joining.ALL;
    private List<ConditionForm> conditions = new ArrayList<>();
    private List<GroupForm> groups = new ArrayList<>();

    public static GroupForm of(ConditionGroup group, Map<String, ConditionField> fields) {
        GroupForm form = new GroupForm();
        form.joining = group.joining();
        group.conditions()
                .forEach(
                        condition -> form.conditions.add(ConditionForm.of(condition, kind(fields, condition.field()))));
        group.groups().forEach(inner -> form.groups.add(of(inner, fields)));
        return form;
    }

    /** What was put together, as far as it can be read. */
    public ConditionGroup read(Map<String, ConditionField> fields) {
        return new ConditionGroup(
                joining,
                conditions.stream()
                        .map(row -> row.read(kind(fields, row.getField())))
                        .toList(),
                groups.stream().map(inner -> inner.read(fields)).toList());
    }

    /** Brings each row in line with the field that was chosen in it. */
    public void settle(Map<String, ConditionField> fields) {
        conditions.forEach(row -> {
            ConditionField field = fields.get(row.getField());
            if (field != null) {
                row.settle(field);
            }
        });
        groups.forEach(inner -> inner.settle(fields));
    }

    /** Says of each value that can't be read that it can't. @param path of this group within the form */
    public void check(Map<String, ConditionField> fields, String path, Errors errors) {
        ConditionProblems problems = new ConditionProblems(kinds(fields));
        for (int at = 0; at < conditions.size(); at++) {
            ConditionForm row = conditions.get(at);
            String place = path + ".conditions[" + at + "]";
            ConditionProblems.Kind problem = problems.of(row.read(kind(fields, row.getField())));
            if (problem == ConditionProblems.Kind.VALUE_UNREADABLE) {
                errors.rejectValue(place + ".value", "shared.condition.problem.VALUE_UNREADABLE");
            } else if (problem == ConditionProblems.Kind.DAYS_UNREADABLE) {
                errors.rejectValue(place + ".days", "shared.condition.problem.DAYS_UNREADABLE");
            }
        }
        for (int at = 0; at < groups.size(); at++) {
            groups.get(at).check(fields, path + ".groups[" + at + "]", errors);
        }
    }

    /** Puts at each row what would keep it from being relied on. */
    public void tell(Map<String, ConditionField> fields) {
        ConditionProblems problems = new ConditionProblems(kinds(fields));
        conditions.forEach(row -> row.tell(problems.of(row.read(kind(fields, row.getField())))));
        groups.forEach(inner -> inner.tell(fields));
    }

    /** Whether each of some conditions can be asked. */
    public static boolean isFinished(ConditionGroup said, Map<String, ConditionField> fields) {
        return new ConditionProblems(kinds(fields)).of(said).isEmpty();
    }

    public void add(ConditionField field) {
        conditions.add(ConditionForm.about(field));
    }

    /** A group with one row. */
    public void addGroup(ConditionField field) {
        GroupForm inner = new GroupForm();
        inner.joining = joining == Joining.ALL ? Joining.ANY : Joining.ALL;
        inner.add(field);
        groups.add(inner);
    }

    private static Map<String, FieldKind> kinds(Map<String, ConditionField> fields) {
        return fields.values().stream()
                .collect(Collectors.toUnmodifiableMap(ConditionField::key, ConditionField::kind));
    }

    private static @Nullable FieldKind kind(Map<String, ConditionField> fields, String key) {
        ConditionField field = fields.get(key);
        return field == null ? null : field.kind();
    }

    public Joining getJoining() {
        return joining;
    }

    public void setJoining(@Nullable Joining joining) {
        this.joining = Objects.requireNonNullElse(joining, this.joining);
    }

    public List<ConditionForm> getConditions() {
        return conditions;
    }

    public void setConditions(List<ConditionForm> conditions) {
        this.conditions = conditions;
    }

    public List<GroupForm> getGroups() {
        return groups;
    }

    public void setGroups(List<GroupForm> groups) {
        this.groups = groups;
    }
}
