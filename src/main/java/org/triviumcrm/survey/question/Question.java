package org.triviumcrm.survey.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.survey.survey.SurveyLanguage;

/** A question of a survey. Once that has been opened only its words are corrected: what was answered is about the same. */
@Entity
@Audited
@Table(name = "survey_question")
public class Question {

    private static final int TOP = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "survey_question")
    @SequenceGenerator(name = "survey_question", sequenceName = "survey_question_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long surveyId;

    private int position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private QuestionKind kind;

    private @Nullable String wordsEn;
    private @Nullable String wordsZh;
    private @Nullable String hintEn;
    private @Nullable String hintZh;
    private @Nullable String optionsEn;
    private @Nullable String optionsZh;
    private @Nullable String rowsEn;
    private @Nullable String rowsZh;
    private @Nullable Integer points;
    private @Nullable String lowEn;
    private @Nullable String lowZh;
    private @Nullable String highEn;
    private @Nullable String highZh;
    private boolean required;
    private @Nullable String conditions;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Question() {}

    @SuppressWarnings("NullAway")
    Question(long surveyId, int position, SaveQuestion input, Conditions when) {
        this.surveyId = surveyId;
        this.position = position;
        this.kind = input.kind();
        change(input, when);
    }

    void change(SaveQuestion input, Conditions when) {
        reword(input);
        points = kind == QuestionKind.SCALE ? input.points() : null;
        required = input.required();
        conditions = when.isEmpty() ? null : String.join(",", when.written());
    }

    /** What it asks stays the same. */
    void reword(SaveQuestion input) {
        boolean options = kind.hasOptions();
        boolean ends = kind.hasEnds();
        boolean rows = kind == QuestionKind.MATRIX;
        wordsEn = input.wordsEn();
        wordsZh = input.wordsZh();
        hintEn = input.hintEn();
        hintZh = input.hintZh();
        optionsEn = options ? joined(input.optionsEn()) : null;
        optionsZh = options ? joined(input.optionsZh()) : null;
        rowsEn = rows ? joined(input.rowsEn()) : null;
        rowsZh = rows ? joined(input.rowsZh()) : null;
        lowEn = ends ? input.lowEn() : null;
        lowZh = ends ? input.lowZh() : null;
        highEn = ends ? input.highEn() : null;
        highZh = ends ? input.highZh() : null;
    }

    void moveTo(int place) {
        position = place;
    }

    /** Whether this asks for the same in other words: as many options and rows. */
    boolean isSameIn(SaveQuestion input) {
        return count(input.optionsEn(), input.optionsZh())
                        == options(SurveyLanguage.EN).size()
                && count(input.rowsEn(), input.rowsZh())
                        == rows(SurveyLanguage.EN).size();
    }

    private static int count(@Nullable String english, @Nullable String chinese) {
        return Math.max(
                SaveQuestion.lines(english).size(), SaveQuestion.lines(chinese).size());
    }

    private static @Nullable String joined(@Nullable String typed) {
        List<String> lines = SaveQuestion.lines(typed);
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    SaveQuestion toInput() {
        return new SaveQuestion(
                kind,
                wordsEn,
                wordsZh,
                hintEn,
                hintZh,
                optionsEn,
                optionsZh,
                rowsEn,
                rowsZh,
                points,
                lowEn,
                lowZh,
                highEn,
                highZh,
                required,
                when().written(),
                version);
    }

    Question copyTo(long otherSurvey, Map<Long, Long> ids) {
        return new Question(otherSurvey, position, toInput(), when().about(ids));
    }

    public Conditions when() {
        return conditions == null ? Conditions.NONE : Conditions.of(List.of(conditions.split(",")));
    }

    /** The answers that can be chosen, as numbers: of options their place from 1, else the points. */
    public Set<Integer> offered() {
        return switch (kind) {
            case SINGLE, MULTIPLE, MATRIX ->
                numbers(1, options(SurveyLanguage.EN).size());
            case SCALE -> numbers(1, points == null ? 0 : points);
            case NPS -> numbers(0, TOP);
            case TEXT, DATE, FILE -> Set.of();
        };
    }

    private static Set<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).collect(TreeSet::new, Set::add, Set::addAll);
    }

    /** What one of the answers says in a language: the option, or the number. */
    public String says(int value, SurveyLanguage language) {
        List<String> options = options(language);
        return kind.hasOptions() && value >= 1 && value <= options.size()
                ? options.get(value - 1)
                : Integer.toString(value);
    }

    /** Its place on the way. */
    public SurveyPath.Stop stop() {
        return stop(getId());
    }

    /** The same if it were another question. */
    SurveyPath.Stop stop(long as) {
        return new SurveyPath.Stop(as, kind.decides() ? offered() : Set.of(), when());
    }

    public String words(SurveyLanguage language) {
        String words = language.pick(wordsEn, wordsZh);
        return words == null ? "" : words;
    }

    public @Nullable String hint(SurveyLanguage language) {
        return language.pick(hintEn, hintZh);
    }

    public List<String> options(SurveyLanguage language) {
        return language.lines(optionsEn, optionsZh);
    }

    public List<String> rows(SurveyLanguage language) {
        return language.lines(rowsEn, rowsZh);
    }

    public @Nullable String low(SurveyLanguage language) {
        return language.pick(lowEn, lowZh);
    }

    public @Nullable String high(SurveyLanguage language) {
        return language.pick(highEn, highZh);
    }

    /** Whether it asks how satisfied somebody is, in five points. */
    public boolean isSatisfaction() {
        return kind == QuestionKind.SCALE && points != null && points == 5;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getSurveyId() {
        return surveyId;
    }

    public int getPosition() {
        return position;
    }

    public QuestionKind getKind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public int getVersion() {
        return version;
    }
}
