package org.triviumcrm.support.desk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.type.AnswerKind;
import org.triviumcrm.support.type.TypeField;

/**
 * A question of a ticket's type with what was typed as its answer.
 *
 * @param choices of a choice, with the present one, should it be none any more
 * @param answer as typed, empty for none
 * @param error key of the message that says what is wrong with it; null when nothing is
 */
public record Question(
        long id,
        String name,
        AnswerKind kind,
        List<String> choices,
        boolean required,
        String answer,
        @Nullable String error) {

    static Question of(TypeField field, String answer, @Nullable String error) {
        List<String> choices = field.choices();
        boolean gone = field.getKind() == AnswerKind.CHOICE && !answer.isEmpty() && !choices.contains(answer);
        return new Question(
                field.getId(),
                field.getName(),
                field.getKind(),
                gone ? Stream.concat(choices.stream(), Stream.of(answer)).toList() : choices,
                field.isRequired(),
                answer,
                error);
    }

    /** The same with what was typed, if anything. */
    Question with(@Nullable String typed) {
        return typed == null ? this : new Question(id, name, kind, choices, required, typed, null);
    }

    /** What the field of the form is called. */
    public String field() {
        return Questions.FIELD + id;
    }
}
