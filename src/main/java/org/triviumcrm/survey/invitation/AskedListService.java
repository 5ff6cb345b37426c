package org.triviumcrm.survey.invitation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.BulkRuns;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.Choice;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.MatchingRows;
import org.triviumcrm.survey.SurveyAudience;
import org.triviumcrm.survey.survey.CanManageSurveys;

/** Asks by a survey whoever a list or one of its saved views finds; says beforehand who would be left out, and why. */
@Service
class AskedListService {

    /** People asked at once. */
    static final int MOST = 20_000;

    private static final Pattern WHOM = Pattern.compile("([a-z_]+):(\\d{1,18})");
    private static final int SHOWN = 50;

    private final List<SurveyAudience> audiences;
    private final ListSelection lists;
    private final InvitedRepository contacts;
    private final AskingService asking;
    private final BulkRuns runs;
    private final MessageSource messages;

    AskedListService(
            List<SurveyAudience> audiences,
            ListSelection lists,
            InvitedRepository contacts,
            AskingService asking,
            BulkRuns runs,
            MessageSource messages) {
        this.audiences = audiences;
        this.lists = lists;
        this.contacts = contacts;
        this.asking = asking;
        this.runs = runs;
        this.messages = messages;
    }

    /** All of each list that the viewer sees, and what its saved views find. */
    @CanManageSurveys
    @Transactional(readOnly = true)
    List<Choice> choices(Viewer viewer) {
        List<Choice> choices = new ArrayList<>();
        for (SurveyAudience audience : audiences) {
            if (viewer.can(audience.permission())) {
                String list = messages.getMessage(
                        "survey.ask.list." + audience.noun(), null, LocaleContextHolder.getLocale());
                choices.add(new Choice(audience.noun() + ":0", text("survey.ask.whom.all", list)));
                lists.views(audience.noun(), viewer)
                        .forEach((id, name) -> choices.add(
                                new Choice(audience.noun() + ":" + id, text("survey.ask.whom.view", list, name))));
            }
        }
        return choices;
    }

    /** Whether the viewer can choose it. */
    @CanManageSurveys
    @Transactional(readOnly = true)
    boolean isChoice(Viewer viewer, ChooseAsked input) {
        return choices(viewer).stream().anyMatch(choice -> choice.value().equals(input.whom()));
    }

    /** @param input that {@link #isChoice} accepts */
    @CanManageSurveys
    @Transactional(readOnly = true)
    AskedPreview preview(Viewer viewer, long surveyId, ChooseAsked input) {
        List<Long> found = found(viewer, input);
        if (found.size() > MOST) {
            return AskedPreview.TOO_MANY;
        }
        AskContacts ask = new AskContacts(surveyId, input.pause());
        List<InvitedRepository.Chosen> people = asking.chosen(viewer, found, ask);
        Map<Long, String> leftOut = AskingService.leftOut(people);
        Map<String, Long> reasons = new TreeMap<>();
        leftOut.values().forEach(why -> reasons.merge(why, 1L, Long::sum));
        return new AskedPreview(
                people.size() - leftOut.size(),
                reasons.entrySet().stream()
                        .map(reason -> new AskedPreview.Reason(reason.getKey(), reason.getValue()))
                        .sorted(Comparator.comparing(AskedPreview.Reason::count).reversed())
                        .toList(),
                people.stream()
                        .filter(one -> leftOut.containsKey(one.contactId()))
                        .limit(SHOWN)
                        .map(one -> new AskedPreview.LeftOut(
                                one.contactId(), one.name(), Objects.requireNonNull(leftOut.get(one.contactId()))))
                        .toList(),
                false);
    }

    /**
     * Begins to ask them, as they are now.
     *
     * @param input that {@link #isChoice} accepts
     * @return the run of it; empty when there is nobody
     * @throws AskingRefused when it can't be answered at present, no letter can leave, or there are too many
     */
    @CanManageSurveys
    @Transactional
    Optional<Long> start(Viewer viewer, long surveyId, ChooseAsked input) {
        List<Long> found = found(viewer, input);
        if (found.size() > MOST) {
            throw new AskingRefused("survey.ask.error.many");
        }
        AskContacts ask = new AskContacts(surveyId, input.pause());
        Long[] ids = asking.chosen(viewer, found, ask).stream()
                .map(InvitedRepository.Chosen::contactId)
                .toArray(Long[]::new);
        MatchingRows rows = new MatchingRows(
                "/contacts", "select id from contact where id = any(:askedContacts)", Map.of("askedContacts", ids));
        return runs.begin(viewer, "contact", AskAction.KEY, rows, ask);
    }

    /** Ids of contacts, one more than can be asked at most; not all of them need be visible. */
    private List<Long> found(Viewer viewer, ChooseAsked input) {
        Matcher whom = WHOM.matcher(Objects.requireNonNull(input.whom()));
        if (!whom.matches()) {
            return List.of();
        }
        SurveyAudience audience = audiences.stream()
                .filter(one -> one.noun().equals(whom.group(1)))
                .findFirst()
                .orElseThrow();
        MatchingRows rows = lists.viewed(audience.noun(), viewer, Long.parseLong(whom.group(2)));
        return contacts.found(audience.contacts(rows.sql()), rows.parameters(), MOST + 1);
    }

    private String text(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
