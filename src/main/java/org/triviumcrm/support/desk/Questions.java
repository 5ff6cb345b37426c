package org.triviumcrm.support.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.TypedNumber;
import org.triviumcrm.support.type.TypeField;
import org.triviumcrm.support.type.TypeService;

/** What the types of tickets ask, in forms. */
@Component
public class Questions {

    static final String FIELD = "answer-";

    private static final int LONGEST = 5000;

    private final TypeService types;

    Questions(TypeService types) {
        this.types = types;
    }

    /**
     * What was answered in a form.
     *
     * @param answers by id of the question, as they are kept: numbers plain, days as 2026-11-29
     */
    public record Answered(List<Question> questions, Map<String, String> answers) {

        public boolean isWrong() {
            return questions.stream().anyMatch(question -> question.error() != null);
        }
    }

    /** Those of a type that are asked at present, and retired ones that were answered. */
    public List<Question> of(Viewer viewer, @Nullable Long typeId, Map<String, String> answers) {
        return types.fields(viewer, typeId).stream()
                .filter(field -> field.isActive() || answers.containsKey(key(field)))
                .map(field -> Question.of(field, answers.getOrDefault(key(field), ""), null))
                .toList();
    }

    /** @param before what was answered until now: what isn't asked any more stays as it is */
    public Answered read(Viewer viewer, @Nullable Long typeId, Map<String, String> before, WebRequest request) {
        Map<String, String> answers = new LinkedHashMap<>(before);
        List<Question> questions = new ArrayList<>();
        for (TypeField field : types.fields(viewer, typeId)) {
            if (!field.isActive() && !before.containsKey(key(field))) {
                continue;
            }
            String typed = Objects.requireNonNullElse(request.getParameter(FIELD + field.getId()), "")
                    .strip();
            String error = wrong(field, typed, before.get(key(field)));
            questions.add(Question.of(field, typed, error));
            if (typed.isEmpty()) {
                answers.remove(key(field));
            } else if (error == null) {
                answers.put(key(field), plain(field, typed));
            }
        }
        return new Answered(List.copyOf(questions), answers);
    }

    private static @Nullable String wrong(TypeField field, String typed, @Nullable String before) {
        if (typed.isEmpty()) {
            return field.isRequired() && field.isActive() ? "support.question.error.required" : null;
        }
        return switch (field.getKind()) {
            case NUMBER -> isNumber(typed) ? null : "support.question.error.number";
            case DATE -> isDate(typed) ? null : "support.question.error.date";
            case CHOICE ->
                field.choices().contains(typed) || typed.equals(before) ? null : "support.question.error.choice";
            case YES_NO -> typed.equals("true") || typed.equals("false") ? null : "support.question.error.choice";
            case TEXT, LONG_TEXT -> typed.length() > LONGEST ? "support.question.error.long" : null;
        };
    }

    private static String plain(TypeField field, String typed) {
        return switch (field.getKind()) {
            case NUMBER -> Objects.requireNonNull(TypedNumber.read(typed)).toPlainString();
            default -> typed;
        };
    }

    private static boolean isNumber(String typed) {
        try {
            return TypedNumber.read(typed) != null;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String typed) {
        try {
            int year = LocalDate.parse(typed).getYear();
            return year > 0 && year < 10_000;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String key(TypeField field) {
        return String.valueOf(field.getId());
    }
}
