package org.triviumcrm.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.survey.Surveys.Invitation;
import org.triviumcrm.survey.survey.CanManageSurveys;
import org.triviumcrm.survey.survey.Survey;
import org.triviumcrm.survey.survey.SurveyReading;

/** Asks contacts whom somebody has chosen. Who wants no e-mails, or was asked lately, is left alone whoever chose them. */
@Service
class AskingService {

    private final InvitationPost post;
    private final InvitedRepository contacts;
    private final SurveyReading surveys;
    private final Letters letters;
    private final Companies companies;
    private final Clock clock;

    AskingService(
            InvitationPost post,
            InvitedRepository contacts,
            SurveyReading surveys,
            Letters letters,
            Companies companies,
            Clock clock) {
        this.post = post;
        this.contacts = contacts;
        this.surveys = surveys;
        this.letters = letters;
        this.companies = companies;
        this.clock = clock;
    }

    /** Those that can be answered now. */
    @CanManageSurveys
    @Transactional(readOnly = true)
    List<Option> choices(Viewer viewer) {
        return surveys.choices(null).stream()
                .filter(this::isOpen)
                .map(survey -> new Option(survey.getId(), survey.getName()))
                .toList();
    }

    /** @throws AskingRefused when it can't be answered at present, or no letter can leave */
    @CanManageSurveys
    @Transactional(readOnly = true)
    public void requireOpen(Viewer viewer, AskContacts input) {
        if (surveys.find(Objects.requireNonNull(input.surveyId()))
                .filter(this::isOpen)
                .isEmpty()) {
            throw new AskingRefused("survey.ask.error.closed");
        }
        if (!letters.canLeave()) {
            throw new AskingRefused("survey.ask.error.mail");
        }
    }

    /** @return those who are not asked, and why */
    @CanManageSurveys
    @Transactional
    public Map<Long, BulkRefusal> ask(Viewer viewer, List<Long> ids, AskContacts input) {
        contacts.hold();
        List<InvitedRepository.Chosen> people = chosen(viewer, ids, input);
        Map<Long, BulkRefusal> refused = new HashMap<>();
        leftOut(people).forEach((id, why) -> refused.put(id, BulkRefusal.of(why)));
        Set<Long> seen = new HashSet<>();
        for (InvitedRepository.Chosen one : people) {
            seen.add(one.contactId());
            if (!refused.containsKey(one.contactId()) && !invite(one, Objects.requireNonNull(input.surveyId()))) {
                refused.put(one.contactId(), BulkRefusal.of("survey.ask.error.closed"));
            }
        }
        ids.stream().filter(id -> !seen.contains(id)).forEach(id -> refused.put(id, BulkRefusal.GONE));
        return refused;
    }

    /** Those of them that the viewer sees. */
    @CanManageSurveys
    @Transactional(readOnly = true)
    public List<InvitedRepository.Chosen> chosen(Viewer viewer, List<Long> ids, AskContacts input) {
        Instant since = clock.instant().minus(Duration.ofDays(Objects.requireNonNull(input.pause())));
        return contacts.chosen(viewer, ids, Objects.requireNonNull(input.surveyId()), since);
    }

    /** Who of them is not asked, and the message that says why. */
    static Map<Long, String> leftOut(List<InvitedRepository.Chosen> people) {
        Map<Long, String> leftOut = new HashMap<>();
        Set<String> addresses = new HashSet<>();
        for (InvitedRepository.Chosen one : people) {
            String address = one.email();
            if (address == null || !address.contains("@")) {
                leftOut.put(one.contactId(), "survey.ask.refused.address");
            } else if (one.noEmail()) {
                leftOut.put(one.contactId(), "survey.ask.refused.noEmail");
            } else if (one.asked() || !addresses.add(one.folded())) {
                leftOut.put(one.contactId(), "survey.ask.refused.asked");
            }
        }
        return leftOut;
    }

    private boolean invite(InvitedRepository.Chosen one, long survey) {
        return post.invite(new Invitation(
                survey, Objects.requireNonNull(one.email()), one.name(), one.customerId(), one.contactId(), null));
    }

    private boolean isOpen(Survey survey) {
        return survey.barrier(LocalDate.ofInstant(clock.instant(), companies.zone()))
                .isEmpty();
    }
}
