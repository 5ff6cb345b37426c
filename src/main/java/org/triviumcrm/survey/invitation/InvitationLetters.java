package org.triviumcrm.survey.invitation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.survey.sheet.SurveySecretRepository;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyReading;

/** Writes the letters with personal links: in all languages of the survey, since nobody knows which one the receiver reads. */
@Component
class InvitationLetters implements LetterSource {

    static final String KEY = "survey-invitation";

    private final InvitationRepository invitations;
    private final SurveyReading surveys;
    private final SurveySecretRepository secrets;
    private final Letters letters;
    private final Companies companies;
    private final MessageSource messages;
    private final Clock clock;

    InvitationLetters(
            InvitationRepository invitations,
            SurveyReading surveys,
            SurveySecretRepository secrets,
            Letters letters,
            Companies companies,
            MessageSource messages,
            Clock clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.secrets = secrets;
        this.letters = letters;
        this.companies = companies;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    /** None any more when the survey was closed meanwhile. */
    @Override
    public Optional<OutsideLetter> letter(long invitationId) {
        return invitations
                .waiting(invitationId, clock.instant())
                .flatMap(waiting -> surveys.find(waiting.surveyId())
                        .filter(survey -> survey.barrier(LocalDate.ofInstant(clock.instant(), companies.zone()))
                                .isEmpty())
                        .map(survey -> letter(waiting, survey)));
    }

    private OutsideLetter letter(InvitationRepository.Waiting waiting, Survey survey) {
        String company = companies.current().map(Company::name).orElse("");
        String link = letters.url("/survey/" + secrets.seal().write("invitation", waiting.id()));
        List<SurveyLanguage> languages = new ArrayList<>(survey.languages());
        languages.sort(Comparator.comparing(language -> language != survey.getFallback()));
        String text = languages.stream()
                .map(language -> messages.getMessage(
                        "survey.letter.text", new Object[] {survey.title(language), link, company}, language.locale()))
                .collect(Collectors.joining("\n\n"));
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        return new OutsideLetter(
                "survey-" + waiting.id() + "-" + secrets.seal().mark("letter " + waiting.id()) + "@" + domain,
                null,
                company.isEmpty() ? null : company,
                null,
                null,
                List.of(),
                survey.title(survey.getFallback()),
                text,
                PlainHtml.of(text),
                true,
                List.of());
    }

    @Override
    public void failed(long invitationId) {
        invitations.fail(invitationId, clock.instant());
    }
}
