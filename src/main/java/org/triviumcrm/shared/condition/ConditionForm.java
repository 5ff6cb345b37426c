package org.triviumcrm.shared.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of a form with one comparison. Rows bind to classes with setters. */
public class ConditionForm {

    private String field = "";
    private Comparison comparison = Comparison.IS;
    private String value = "";
    private String[] values = {};
    private String thing = "";
    private String days = "";
    private @Nullable String problem;

    static ConditionForm of(Condition condition, @Nullable FieldKind kind) {
        ConditionForm form = new ConditionForm();
        form.field = condition.field();
        form.comparison = condition.comparison();
        form.values = condition.values().toArray(new String[0]);
        Happening happening = condition.happening();
        if (happening != null) {
            form.thing = happening.thing();
            form.days = happening.days();
        }
        form.value = condition.values().stream()
                .map(stored -> kind == null ? stored : TypedValue.shown(kind, stored))
                .collect(Collectors.joining(", "));
        return form;
    }

    /** A new row about a field, with the comparison that is meant most often. */
    static ConditionForm about(ConditionField field) {
        ConditionForm form = new ConditionForm();
        form.field = field.key();
        form.comparison = usual(field.kind());
        form.value = usually(field.kind());
        return form;
    }

    /** After another field was chosen: a comparison that does not suit it goes, and so does its value. */
    void settle(ConditionField now) {
        boolean newly = now.kind() == FieldKind.EVENTS && value.isEmpty() && values.length == 0;
        if (!comparison.suits(now.kind()) || field.isEmpty() || newly) {
            value = usually(now.kind());
            values = new String[0];
            comparison = usual(now.kind());
        } else if (value.isEmpty() && values.length == 1) {
            value = values[0];
        } else if (values.length == 0 && !value.isEmpty()) {
            values = new String[] {value};
        }
        if (now.thing() == null) {
            thing = "";
        }
    }

    private static Comparison usual(FieldKind kind) {
        return switch (kind) {
            case MONEY, NUMBER, PERCENT -> Comparison.MORE_THAN;
            case DATE, EVENTS -> Comparison.AT_LEAST;
            case TEXT -> Comparison.CONTAINS;
            case TREE, TEAM -> Comparison.AT_OR_BELOW;
            case CHOICE, PERSON, RECORD, BOOLEAN -> Comparison.IS;
            case SEVERAL -> Comparison.ONE_OF;
        };
    }

    /** Once is what people mean who ask for something that happens. */
    private static String usually(FieldKind kind) {
        return kind == FieldKind.EVENTS ? "1" : "";
    }

    Condition read(@Nullable FieldKind kind) {
        return new Condition(
                field,
                comparison,
                given(kind),
                kind == FieldKind.EVENTS ? new Happening(thing, TypedValue.stored(FieldKind.NUMBER, days)) : null);
    }

    private List<String> given(@Nullable FieldKind kind) {
        if (kind == null || comparison.needed() == 0) {
            return List.of();
        }
        List<String> typed = !comparison.takesMany()
                ? List.of(value)
                : kind == FieldKind.TEXT ? Arrays.asList(value.split("[,，、;；]")) : Arrays.asList(values);
        return typed.stream()
                .map(text -> TypedValue.stored(kind, text))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public String getField() {
        return field;
    }

    public void setField(@Nullable String field) {
        this.field = Objects.requireNonNullElse(field, "");
    }

    public Comparison getComparison() {
        return comparison;
    }

    public void setComparison(@Nullable Comparison comparison) {
        this.comparison = Objects.requireNonNullElse(comparison, this.comparison);
    }

    public String getValue() {
        return value;
    }

    public void setValue(@Nullable String value) {
        this.value = Objects.requireNonNullElse(value, "");
    }

    public String getThing() {
        return thing;
    }

    public void setThing(@Nullable String thing) {
        this.thing = Objects.requireNonNullElse(thing, "");
    }

    public String getDays() {
        return days;
    }

    public void setDays(@Nullable String days) {
        this.days = Objects.requireNonNullElse(days, "");
    }

    public String[] getValues() {
        return values.clone();
    }

    public void setValues(String... values) {
        this.values = some(values);
    }

    /** Empty ones come as none: see {@code BlankIsNull}. */
    private static String[] some(String... values) {
        return Arrays.stream(values).filter(Objects::nonNull).toArray(String[]::new);
    }

    /** Message key of what is wrong with it; null when nothing is, or when nobody has asked. */
    public @Nullable String getProblem() {
        return problem;
    }

    void tell(ConditionProblems.@Nullable Kind kind) {
        problem = kind == null ? null : "shared.condition.problem." + kind;
    }
}
