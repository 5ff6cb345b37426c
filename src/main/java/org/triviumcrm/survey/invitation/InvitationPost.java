package org.triviumcrm.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.survey.Surveys;
import org.triviumcrm.survey.sheet.SurveySeal;
import org.triviumcrm.survey.sheet.SurveySecretRepository;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyReading;
import org.triviumcrm.survey.survey.SurveyState;

/** Sends personal links, in the caller's transaction, whose business it is who may. */
@Component
public class InvitationPost implements Surveys {

    /** As long as a link can be answered. */
    static final Duration VALID = Duration.ofDays(30);

    private final SurveyReading surveys;
    private final InvitationRepository invitations;
    private final SurveySecretRepository secrets;
    private final Letters letters;
    private final Companies companies;
    private final Clock clock;

    InvitationPost(
            SurveyReading surveys,
            InvitationRepository invitations,
            SurveySecretRepository secrets,
            Letters letters,
            Companies companies,
            Clock clock) {
        this.surveys = surveys;
        this.invitations = invitations;
        this.secrets = secrets;
        this.letters = letters;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public List<Option> choices(Viewer viewer, @Nullable Long present) {
        return surveys.choices(present).stream()
                .map(survey -> new Option(survey.getId(), survey.getName()))
                .toList();
    }

    @Override
    public boolean isChoice(long surveyId) {
        return surveys.find(surveyId)
                .filter(survey -> survey.getState() == SurveyState.OPEN)
                .isPresent();
    }

    @Override
    public boolean wasAsked(String address, Instant since) {
        return invitations.exists(address, since);
    }

    @Override
    public List<Asked> askedOf(long contactId, boolean chinese) {
        Instant now = clock.instant();
        SurveySeal seal = secrets.seal();
        return invitations.ofContact(contactId, chinese, now, LocalDate.ofInstant(now, companies.zone())).stream()
                .map(one -> new Asked(
                        one.id(),
                        one.title(),
                        one.at(),
                        one.answeredAt(),
                        one.expiresAt(),
                        one.open() ? "/survey/" + seal.write("invitation", one.id()) : null))
                .toList();
    }

    @Override
    public boolean invite(Invitation invitation) {
        return invite(invitation, null);
    }

    /** @param planId the plan that wants it, null for none */
    public boolean invite(Invitation invitation, @Nullable Long planId) {
        Survey survey = surveys.get(invitation.surveyId());
        Instant now = clock.instant();
        boolean open =
                survey.barrier(LocalDate.ofInstant(now, companies.zone())).isEmpty();
        if (open && letters.canLeave()) {
            long id = invitations.add(invitation, planId, now, now.plus(VALID));
            letters.post(InvitationLetters.KEY, id, invitation.address(), invitation.name(), now);
        }
        return open && letters.canLeave();
    }
}
