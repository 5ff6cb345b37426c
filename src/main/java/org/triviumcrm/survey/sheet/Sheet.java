package org.triviumcrm.survey.sheet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.SurveyPath;

/** A survey as somebody fills it in, page by page. All that was answered so far comes along with each page: nothing is kept until it is sent. */
final class Sheet {

    private final Map<Long, Question> questions = new LinkedHashMap<>();
    private final List<List<Long>> pages;
    private final Map<Long, Answer> answers = new HashMap<>();
    private final Map<Long, String> errors = new HashMap<>();
    private final Set<Long> asked;

    Sheet(List<Question> all, MultiValueMap<String, String> sent, Function<String, Optional<Long>> files) {
        for (Question question : all) {
            questions.put(question.getId(), question);
            AnswerReader.Reading reading = AnswerReader.read(question, sent, files);
            if (reading.answer() != null) {
                answers.put(question.getId(), reading.answer());
            }
            if (reading.error() != null) {
                errors.put(question.getId(), reading.error());
            }
        }
        List<SurveyPath.Stop> stops = all.stream().map(Question::stop).toList();
        pages = SurveyPath.pages(stops);
        asked = SurveyPath.asked(
                stops,
                answers.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().values())));
    }

    /** Behind the last page: nothing is left to be asked. */
    int end() {
        return pages.size();
    }

    /** What is asked on a page. */
    List<Question> on(int page) {
        return page < 0 || page >= pages.size()
                ? List.of()
                : pages.get(page).stream()
                        .filter(asked::contains)
                        .map(this::question)
                        .toList();
    }

    /** The next page with something on it; {@link #end} when there is none. */
    int after(int page) {
        int next = page + 1;
        while (next < end() && on(next).isEmpty()) {
            next++;
        }
        return Math.min(next, end());
    }

    /** The page before it with something on it; the first one when there is none. */
    int before(int page) {
        int previous = Math.min(page, end()) - 1;
        while (previous > 0 && on(previous).isEmpty()) {
            previous--;
        }
        return Math.max(previous, 0);
    }

    boolean isLast(int page) {
        return page >= pages.size() - 1;
    }

    boolean isWrong(int page) {
        return on(page).stream().anyMatch(question -> errors.containsKey(question.getId()));
    }

    /** The first page that is not as it should be; empty when all can be sent. */
    Optional<Integer> firstWrong() {
        for (int page = 0; page < end(); page++) {
            if (isWrong(page)) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    /** What is wrong with the answer to a question, as message keys. */
    Map<Long, String> errors() {
        return errors;
    }

    /** What counts: the answers to what was asked. */
    Map<Question, Answer> kept() {
        Map<Question, Answer> kept = new LinkedHashMap<>();
        SurveyPath.kept(asked, answers).forEach((id, answer) -> kept.put(question(id), answer));
        return kept;
    }

    private Question question(long id) {
        Question question = questions.get(id);
        if (question == null) {
            throw new IllegalStateException("No question " + id);
        }
        return question;
    }
}
