package org.triviumcrm.marketing.participant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;
import org.triviumcrm.marketing.MiningQuestionSource;

/** Who answered a campaign, and who came: of those who take part in it, as nobody else was asked. */
@Component
class ParticipantQuestions implements MiningQuestionSource {

    private static final String ASKED =
            "select coalesce(p.customer_id, k.customer_id) as customer_id, coalesce(p.invited_at, p.created_at) as happened,"
                    + " p.campaign_id as thing from campaign_participant p left join contact k on k.id = p.contact_id";

    private final ParticipantAttributes did;

    ParticipantQuestions(ParticipantAttributes did) {
        this.did = did;
    }

    @Override
    public List<MiningQuestion> questions(Viewer viewer, Locale locale) {
        return did.behaviours(viewer, locale).stream()
                .filter(behaviour -> Stream.of("attended", "responded").anyMatch(behaviour.key()::equals))
                .map(ParticipantQuestions::question)
                .toList();
    }

    private static MiningQuestion question(CustomerBehaviour behaviour) {
        return new MiningQuestion(behaviour.field(), behaviour.events(), ASKED);
    }
}
