package org.triviumcrm.customer.field;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.FieldKind;

/**
 * A custom field as typed.
 *
 * @param noun the kind of record; it, {@code kind} and {@code target} stay as they are once the field is there
 * @param choices of a new one: a line each, an English and a Chinese name with = between them
 * @param position among the fields of its kind of record
 */
record SaveField(
        @NotBlank(message = "{form.choose}") String noun,

        @NotNull(message = "{form.choose}") FieldKind kind,

        @Nullable String target,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String name,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String chinese,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String help,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String chineseHelp,

        Boolean required,

        @Nullable @Size(max = 500, message = "{form.tooLong}")
        String initial,

        Boolean sensitive,
        Boolean growing,
        Boolean active,

        @NotNull(message = "{customer.field.error.position}")
        @Min(value = 0, message = "{customer.field.error.position}")
        @Max(value = 9999, message = "{customer.field.error.position}")
        Integer position,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String choices,

        @Nullable Integer version) {

    static final int LONGEST_CHOICE = 200;

    /** A form that doesn't ask says no. */
    SaveField {
        required = Boolean.TRUE.equals(required);
        sensitive = Boolean.TRUE.equals(sensitive);
        growing = Boolean.TRUE.equals(growing);
        active = Boolean.TRUE.equals(active);
    }

    /** A choice of a new field. */
    record Named(String name, @Nullable String chinese) {}

    static SaveField empty(String noun, int position) {
        return new SaveField(
                noun,
                FieldKind.TEXT,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                false,
                false,
                true,
                position,
                null,
                null);
    }

    static SaveField of(CustomField field) {
        return new SaveField(
                field.getNoun(),
                field.getKind(),
                field.getTarget(),
                field.getName(),
                field.getChinese(),
                field.getHelp(),
                field.getChineseHelp(),
                field.isRequired(),
                field.getInitial(),
                field.isSensitive(),
                field.isGrowing(),
                field.isActive(),
                field.getPosition(),
                null,
                field.getVersion());
    }

    /** What it is called where nothing else is known. */
    String english() {
        return Objects.requireNonNullElse(name, String.valueOf(chinese));
    }

    List<Named> named() {
        return choices == null
                ? List.of()
                : choices.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .map(SaveField::named)
                        .toList();
    }

    private static Named named(String line) {
        int between = line.indexOf('=');
        String first = between < 0 ? line : line.substring(0, between).strip();
        String second = between < 0 ? "" : line.substring(between + 1).strip();
        return first.isEmpty() ? new Named(second, null) : new Named(first, second.isEmpty() ? null : second);
    }
}
