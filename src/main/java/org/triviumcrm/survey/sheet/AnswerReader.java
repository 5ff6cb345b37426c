package org.triviumcrm.survey.sheet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionKind;
import org.triviumcrm.survey.survey.SurveyLanguage;

/** Reads what was sent for a question. */
final class AnswerReader {

    static final int LONGEST = 4000;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private AnswerReader() {}

    /** Either may be null: nothing was answered, and that is fine. @param error a message key */
    record Reading(@Nullable Answer answer, @Nullable String error) {}

    /** The name of its field. */
    static String field(Question question) {
        return "q" + question.getId();
    }

    /** The name of the field of one of its rows, counted from 1. */
    static String field(Question question, int row) {
        return field(question) + "r" + row;
    }

    /** @param files gives the id of a file that was sent before, from what names it */
    static Reading read(Question question, MultiValueMap<String, String> sent, Function<String, Optional<Long>> files) {
        Reading reading = switch (question.getKind()) {
            case SINGLE, MULTIPLE, SCALE, NPS -> chosen(question, sent);
            case MATRIX -> matrix(question, sent);
            case TEXT -> text(first(sent, field(question)));
            case DATE -> date(first(sent, field(question)));
            case FILE -> file(first(sent, field(question)), files);
        };
        boolean missing = reading.answer() == null && reading.error() == null && question.isRequired();
        return missing ? new Reading(null, "survey.sheet.error." + missing(question.getKind())) : reading;
    }

    private static String missing(QuestionKind kind) {
        return switch (kind) {
            case SINGLE, SCALE, NPS, MULTIPLE -> "choose";
            case MATRIX -> "rows";
            case TEXT -> "text";
            case DATE -> "date";
            case FILE -> "file";
        };
    }

    private static Reading chosen(Question question, MultiValueMap<String, String> sent) {
        List<Answer.Mark> marks = new ArrayList<>();
        for (String typed : sent.getOrDefault(field(question), List.of())) {
            if (!typed.isBlank()) {
                Optional<Integer> value = offered(question, typed);
                if (value.isEmpty()) {
                    return new Reading(null, "survey.sheet.error.choose");
                }
                Answer.Mark mark = new Answer.Mark(0, value.get());
                if (!marks.contains(mark)) {
                    marks.add(mark);
                }
            }
        }
        boolean tooMany = marks.size() > 1 && question.getKind() != QuestionKind.MULTIPLE;
        return tooMany ? new Reading(null, "survey.sheet.error.choose") : of(marks);
    }

    /** Once one row is answered, those that are required are all of them. */
    private static Reading matrix(Question question, MultiValueMap<String, String> sent) {
        List<Answer.Mark> marks = new ArrayList<>();
        int rows = question.rows(SurveyLanguage.EN).size();
        for (int row = 1; row <= rows; row++) {
            String typed = first(sent, field(question, row));
            if (!typed.isEmpty()) {
                Optional<Integer> value = offered(question, typed);
                if (value.isEmpty()) {
                    return new Reading(null, "survey.sheet.error.rows");
                }
                marks.add(new Answer.Mark(row, value.get()));
            }
        }
        boolean gaps = question.isRequired() && marks.size() < rows;
        return gaps ? new Reading(null, "survey.sheet.error.rows") : of(marks);
    }

    private static Reading of(List<Answer.Mark> marks) {
        return new Reading(marks.isEmpty() ? null : Answer.chosen(List.copyOf(marks)), null);
    }

    private static Optional<Integer> offered(Question question, String typed) {
        return typed.matches("\\d{1,2}")
                ? Optional.of(Integer.valueOf(typed)).filter(question.offered()::contains)
                : Optional.empty();
    }

    private static Reading text(String typed) {
        if (typed.length() > LONGEST) {
            return new Reading(null, "survey.sheet.error.long");
        }
        return new Reading(typed.isEmpty() ? null : new Answer(List.of(), typed, null, null), null);
    }

    private static Reading date(String typed) {
        if (typed.isEmpty()) {
            return new Reading(null, null);
        }
        try {
            LocalDate on = LocalDate.parse(typed);
            boolean sensible = on.getYear() >= EARLIEST && on.getYear() < LATEST;
            return sensible
                    ? new Reading(new Answer(List.of(), null, on, null), null)
                    : new Reading(null, "survey.sheet.error.date");
        } catch (DateTimeParseException e) {
            return new Reading(null, "survey.sheet.error.date");
        }
    }

    private static Reading file(String typed, Function<String, Optional<Long>> files) {
        Optional<Long> file = typed.isEmpty() ? Optional.empty() : files.apply(typed);
        return new Reading(file.map(id -> new Answer(List.of(), null, null, id)).orElse(null), null);
    }

    private static String first(MultiValueMap<String, String> sent, String field) {
        String typed = sent.getFirst(field);
        return typed == null ? "" : typed.strip();
    }
}
