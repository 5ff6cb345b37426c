package org.triviumcrm.marketing.participant;

import org.jspecify.annotations.Nullable;
import org.triviumcrm.shared.web.Refusal;

/** Why a person is not added to a campaign; the message key says it. */
class ParticipantRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param field where the form shows it, null for the form as a whole */
    ParticipantRefused(@Nullable String field, String messageKey) {
        super(field, messageKey);
    }
}
