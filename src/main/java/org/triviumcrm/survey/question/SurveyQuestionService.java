package org.triviumcrm.survey.question;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.survey.CanManageSurveys;
import org.triviumcrm.survey.survey.CanViewSurveys;
import org.triviumcrm.survey.survey.SurveyReading;
import org.triviumcrm.survey.survey.WrongSurveyState;

/** What a survey asks, and when it asks it. */
@Service
class SurveyQuestionService {

    static final int MOST = 100;

    private final SurveyQuestionRepository questions;
    private final SurveyReading surveys;

    SurveyQuestionService(SurveyQuestionRepository questions, SurveyReading surveys) {
        this.questions = questions;
        this.surveys = surveys;
    }

    @CanViewSurveys
    @Transactional(readOnly = true)
    List<Question> of(Viewer viewer, long surveyId) {
        return questions.findBySurveyIdOrderByPositionAscIdAsc(surveyId);
    }

    /** @throws NotFound when the survey does not ask it */
    @CanManageSurveys
    @Transactional(readOnly = true)
    Question find(Viewer viewer, long surveyId, long id) {
        return questions
                .findById(id)
                .filter(question -> question.getSurveyId() == surveyId)
                .orElseThrow(NotFound::new);
    }

    /** Those that a question can depend on. @param before the question, null for one to come behind all of them */
    @CanManageSurveys
    @Transactional(readOnly = true)
    List<Question> deciding(Viewer viewer, long surveyId, @Nullable Question before) {
        return of(viewer, surveyId).stream()
                .filter(one -> before == null || one.getPosition() < before.getPosition())
                .filter(one -> one.getKind().decides())
                .toList();
    }

    /**
     * Behind those that are there.
     *
     * @throws WrongSurveyState when the survey is no draft any more
     * @throws QuestionRefused when it depends on what does not come before it
     */
    @CanManageSurveys
    @Transactional
    long ask(Viewer viewer, long surveyId, SaveQuestion input) {
        surveys.draft(surveyId);
        List<Question> before = of(viewer, surveyId);
        if (before.size() >= MOST) {
            throw new QuestionRefused("survey.question.error.many");
        }
        Question question = new Question(surveyId, before.size() + 1, input, when(input));
        List<Question> all = new ArrayList<>(before);
        all.add(question);
        check(all, "survey.question.error.conditions");
        questions.save(question);
        return question.getId();
    }

    /**
     * Of a survey that is no draft any more, its words.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws QuestionRefused when it would ask for something else, or others depend on what it does not offer any more
     */
    @CanManageSurveys
    @Transactional
    void update(Viewer viewer, long surveyId, long id, SaveQuestion input) {
        Question question = find(viewer, surveyId, id);
        EditConflict.refuseStale(Question.class, id, input.version(), question.getVersion());
        if (surveys.get(surveyId).isDraft()) {
            surveys.draft(surveyId);
            Question other = new Question(surveyId, question.getPosition(), input, when(input));
            List<SurveyPath.Stop> stops = of(viewer, surveyId).stream()
                    .map(one -> one.getId() == id ? other.stop(id) : one.stop())
                    .toList();
            if (input.kind() != question.getKind() || !SurveyPath.broken(stops).isEmpty()) {
                throw new QuestionRefused("survey.question.error.conditions");
            }
            question.change(input, when(input));
        } else if (question.isSameIn(input)) {
            question.reword(input);
        } else {
            throw new QuestionRefused("survey.question.error.same");
        }
        questions.flush();
    }

    /** @throws QuestionRefused when one of the two depends on the other */
    @CanManageSurveys
    @Transactional
    void move(Viewer viewer, long surveyId, long id, boolean up) {
        surveys.draft(surveyId);
        List<Question> all = new ArrayList<>(of(viewer, surveyId));
        int from = all.indexOf(find(viewer, surveyId, id));
        int to = up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < all.size()) {
            all.add(to, all.remove(from));
            check(all, "survey.question.error.move");
            number(all);
        }
    }

    /** @throws QuestionRefused when others depend on it */
    @CanManageSurveys
    @Transactional
    void remove(Viewer viewer, long surveyId, long id) {
        surveys.draft(surveyId);
        Question question = find(viewer, surveyId, id);
        List<Question> others = new ArrayList<>(of(viewer, surveyId));
        others.remove(question);
        check(others, "survey.question.error.needed");
        questions.delete(question);
        number(others);
    }

    private static void number(List<Question> all) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).moveTo(i + 1);
        }
    }

    private static void check(List<Question> all, String refusal) {
        if (!SurveyPath.broken(all.stream().map(Question::stop).toList()).isEmpty()) {
            throw new QuestionRefused(refusal);
        }
    }

    private static Conditions when(SaveQuestion input) {
        List<String> typed = input.conditions();
        return typed == null ? Conditions.NONE : Conditions.of(typed);
    }
}
