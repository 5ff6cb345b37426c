package org.triviumcrm.exchange.dataimport;

import java.util.ArrayList;
import java.util.List;

/** The answers to the questions of an import. It holds rows, so it has setters. */
public class AnswerValues {

    /** What is to become of one text: {@code map:<id>}, {@code create:<kind>}, {@code empty} or {@code refuse}. */
    public static class Answer {
        private String field = "";
        private String value = "";
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

    private List<Answer> answers = new ArrayList<>();

    public List<Answer> getAnswers() {
        return answers;
    }

    public void setAnswers(List<Answer> answers) {
        this.answers = answers;
    }
}
