package org.triviumcrm.exchange.dataimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;

/** The answers to the questions of an import. It holds rows, so it has setters. */
public class AnswerValues {

    /** What is to become of one text: {@code map:<id>}, {@code create:<kind>}, {@code empty} or {@code refuse}. */
    public static class Answer {
        private String field = "";
        private String value = "";

        @Pattern(regexp = "map:\\d{1,18}|create:\\w*|empty|refuse", message = "{form.choose}")
        private String choice = "";

        public String getField() {
            return field;
        }

        public void setField(String field) {
            this.field = field;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }

        public String getChoice() {
            return choice;
        }

        public void setChoice(String choice) {
            this.choice = choice;
        }
    }

    private List<@Valid Answer> answers = new ArrayList<>();

    /** What is chosen for a text in this form, else what the question proposes. */
    public String choice(ValueAnswer asked, String proposed) {
        return answers.stream()
                .filter(answer -> answer.field.equals(asked.field()) && answer.value.equals(asked.value()))
                .map(Answer::getChoice)
                .findFirst()
                .orElse(proposed);
    }

    public List<Answer> getAnswers() {
        return answers;
    }

    public void setAnswers(List<Answer> answers) {
        this.answers = answers;
    }
}
