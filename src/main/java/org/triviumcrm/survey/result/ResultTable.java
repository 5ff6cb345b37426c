package org.triviumcrm.survey.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;

/** What stands in files of surveys. */
@Component
class ResultTable {

    /** Read at once, so that never more than that is in memory. */
    private static final int PORTION = 500;

    private final ResponseService responses;
    private final Format format;
    private final MessageSource messages;

    ResultTable(ResponseService responses, Format format, MessageSource messages) {
        this.responses = responses;
        this.format = format;
        this.messages = messages;
    }

    String fileName(Survey survey, String what) {
        return survey.getName().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip() + "-"
                + message("survey.result.file." + what);
    }

    List<String> resultTitles() {
        return titles("question", "row", "answer", "count", "share", "mean", "nps");
    }

    /** A row for each answer that could be given. */
    List<List<@Nullable Object>> results(SurveyResult result) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (QuestionResult question : result.questions()) {
            String words = question.number() + ". " + question.words();
            for (QuestionResult.Line line : question.lines()) {
                Nps nps = line.nps();
                Long score = nps == null || nps.score() == null ? null : Long.valueOf(nps.score());
                for (QuestionResult.Bar bar : line.bars()) {
                    rows.add(Arrays.asList(
                            words, line.text(), bar.text(), bar.count(), bar.share(), line.mean(), score));
                }
            }
            if (question.lines().isEmpty()) {
                rows.add(Arrays.asList(words, "", "", question.answered(), null, null, null));
            }
        }
        return rows;
    }

    List<String> answerTitles(Viewer viewer, Survey survey) {
        List<String> titles = new ArrayList<>(titles("at", "customer", "contact", "level"));
        SurveyLanguage language = ResultController.language(viewer, survey);
        responses
                .questions(viewer, survey.getId())
                .forEach(question -> titles.add(question.getPosition() + ". " + question.words(language)));
        return titles;
    }

    /** A row for each who has answered, the newest first; read a portion at a time. */
    Iterable<List<@Nullable Object>> answers(Viewer viewer, Survey survey, ResultFilter filter) {
        List<Question> questions = responses.questions(viewer, survey.getId());
        SurveyLanguage language = ResultController.language(viewer, survey);
        return () -> new Iterator<>() {

            private Iterator<Map.Entry<ResponseRow, List<Said>>> portion = read(Long.MAX_VALUE);
            private long last;
            private int taken;

            private Iterator<Map.Entry<ResponseRow, List<Said>>> read(long below) {
                taken = 0;
                return responses
                        .export(viewer, survey.getId(), filter, below, PORTION)
                        .entrySet()
                        .iterator();
            }

            @Override
            public boolean hasNext() {
                if (!portion.hasNext() && taken == PORTION) {
                    portion = read(last);
                }
                return portion.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Map.Entry<ResponseRow, List<Said>> next = portion.next();
                last = next.getKey().id();
                taken++;
                return row(next.getKey(), next.getValue(), questions, language);
            }
        };
    }

    private List<@Nullable Object> row(
            ResponseRow response, List<Said> said, List<Question> questions, SurveyLanguage language) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(format.dateTime(response.at()));
        row.add(response.customer());
        row.add(response.contact());
        row.add(response.level());
        for (Question question : questions) {
            List<Said> own = said.stream()
                    .filter(one -> one.questionId() == question.getId())
                    .toList();
            boolean number = question.getKind().hasEnds() && own.size() == 1;
            row.add(
                    number
                            ? Long.valueOf(own.get(0).value())
                            : own.stream()
                                    .map(one -> SaidLine.text(question, one, language))
                                    .collect(Collectors.joining("; ")));
        }
        return row;
    }

    private List<String> titles(String... names) {
        return Arrays.stream(names)
                .map(name -> message("survey.result.head." + name))
                .toList();
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
