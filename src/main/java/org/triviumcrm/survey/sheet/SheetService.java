package org.triviumcrm.survey.sheet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.survey.SurveyAnswered;
import org.triviumcrm.survey.question.Question;
import org.triviumcrm.survey.question.QuestionReading;
import org.triviumcrm.survey.survey.Barrier;
import org.triviumcrm.survey.survey.CanViewSurveys;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyReading;

/** Surveys are answered. Nobody is signed in: who has the link may answer, and learns nothing but what is asked. */
@Service
public class SheetService {

    static final String INVITATION = "invitation";
    private static final String FILE = "file-of-";
    private static final String OPENED = "opened-";

    /** Answers from one address of the net in an hour: an office that is asked together gives fewer. */
    static final int ANSWERS_AN_HOUR = 60;

    static final int FILES_AN_HOUR = 40;

    /** Nobody reads a survey faster. */
    private static final Duration FASTEST = Duration.ofSeconds(2);

    private final SurveyReading surveys;
    private final QuestionReading questions;
    private final SheetRepository sheets;
    private final SheetFileRepository files;
    private final SurveySecretRepository secrets;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SheetService(
            SurveyReading surveys,
            QuestionReading questions,
            SheetRepository sheets,
            SheetFileRepository files,
            SurveySecretRepository secrets,
            Companies companies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.surveys = surveys;
        this.questions = questions;
        this.sheets = sheets;
        this.files = files;
        this.secrets = secrets;
        this.companies = companies;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound when the link leads to nothing */
    @Transactional
    public OpenedSurvey open(String token) {
        Optional<Survey> everybodys = surveys.byToken(token);
        if (everybodys.isPresent()) {
            Survey survey = everybodys.get();
            if (!survey.isOpenLink()) {
                throw new NotFound();
            }
            return opened(survey, null, Optional.empty());
        }
        Invited invited =
                secrets.seal().read(INVITATION, token).flatMap(sheets::invited).orElseThrow(NotFound::new);
        Survey survey = surveys.get(invited.surveyId());
        Barrier own = invited.answeredAt() != null
                ? Barrier.ANSWERED
                : clock.instant().isAfter(invited.expiresAt()) ? Barrier.EXPIRED : null;
        return opened(survey, invited, Optional.ofNullable(own));
    }

    /** As it will be asked, whatever its state. */
    @CanViewSurveys
    @Transactional(readOnly = true)
    public OpenedSurvey preview(Viewer viewer, long id) {
        return new OpenedSurvey(surveys.get(id), questions.of(id), null, Optional.empty());
    }

    private OpenedSurvey opened(Survey survey, @Nullable Invited invited, Optional<Barrier> own) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        return new OpenedSurvey(survey, questions.of(survey.getId()), invited, own.or(() -> survey.barrier(today)));
    }

    /**
     * How quickly a survey is filled in.
     *
     * @param ticket what says when its first page was opened, for the page to send along
     * @param credible whether somebody can have read it since: programs send at once. What was not opened here is no better.
     */
    public record Pace(String ticket, boolean credible) {}

    /** @param ticket as it was sent, empty for none */
    @Transactional
    public Pace pace(long surveyId, String ticket) {
        SurveySeal seal = secrets.seal();
        Instant now = clock.instant();
        return seal.read(OPENED + surveyId, ticket)
                .map(second -> new Pace(
                        ticket, !Instant.ofEpochSecond(second).plus(FASTEST).isAfter(now)))
                .orElseGet(() -> new Pace(seal.write(OPENED + surveyId, now.getEpochSecond()), false));
    }

    /**
     * Keeps a file until the answer is sent.
     *
     * @param address of the net that it came from
     * @return what names it from now on
     */
    @Transactional
    public String keep(OpenedSurvey opened, Question question, SentFile file, String address) {
        Instant now = clock.instant();
        SurveySeal seal = secrets.seal();
        if (sheets.hit(opened.survey().getId(), seal.mark("file " + address), now) > FILES_AN_HOUR) {
            throw new TooManyAnswers();
        }
        return seal.write(FILE + question.getId(), files.store(question.getId(), file, now));
    }

    /** The file that something names; empty for what does not name one that was sent for this question. */
    @Transactional
    public Optional<Long> file(Question question, String named) {
        return secrets.seal().read(FILE + question.getId(), named);
    }

    @Transactional(readOnly = true)
    public Map<Long, String> fileNames(Collection<Long> ids) {
        return files.names(ids);
    }

    /**
     * Keeps the answers, once.
     *
     * @param address of the net that they came from
     * @throws BarredSurvey when somebody else was quicker: it is full, closed, or answered already
     */
    @Transactional
    void send(OpenedSurvey opened, Map<Question, Answer> answers, SurveyLanguage language, String address) {
        Survey survey = opened.survey();
        Invited invited = opened.invited();
        Instant now = clock.instant();
        if (invited == null) {
            String mark = secrets.seal().mark("answer " + address);
            if (sheets.hit(survey.getId(), mark, now) > ANSWERS_AN_HOUR) {
                throw new TooManyAnswers();
            }
        } else if (!sheets.use(invited.id(), now)) {
            throw new BarredSurvey(Barrier.ANSWERED);
        }
        if (!sheets.count(survey.getId())) {
            throw new BarredSurvey(survey.getQuota() == null ? Barrier.CLOSED : Barrier.FULL);
        }
        Scores scores = Scores.of(answers);
        long response = sheets.add(survey.getId(), language.name(), invited, scores.nps(), scores.csat(), now);
        sheets.add(response, answers);
        events.publishEvent(new SurveyAnswered(
                survey.getId(),
                response,
                invited == null ? null : invited.about(),
                invited == null ? null : invited.customerId(),
                invited == null ? null : invited.contactId(),
                scores.nps(),
                scores.csat()));
    }
}
