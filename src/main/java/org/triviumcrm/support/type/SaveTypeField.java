package org.triviumcrm.support.type;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a type of ticket as typed.
 *
 * @param kind stays as it is once the question is there
 * @param choices a line each, of a choice
 * @param version null for a new one
 */
record SaveTypeField(
        @NotBlank(message = "{support.type.field.error.name}") @Size(max = 100, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{support.type.field.error.kind}")
        AnswerKind kind,

        @Nullable @Size(max = 4000, message = "{form.tooLong}")
        String choices,

        boolean required,
        boolean active,
        @Nullable Integer version) {

    static final int LONGEST_CHOICE = 200;

    static SaveTypeField empty() {
        return new SaveTypeField("", AnswerKind.TEXT, null, false, true, null);
    }

    static SaveTypeField of(TypeField field) {
        return new SaveTypeField(
                field.getName(),
                field.getKind(),
                field.choices().isEmpty() ? null : String.join("\n", field.choices()),
                field.isRequired(),
                field.isActive(),
                field.getVersion());
    }

    /** What can be chosen, each once. */
    List<String> lines() {
        return choices == null
                ? List.of()
                : choices.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }
}
