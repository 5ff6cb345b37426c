package org.triviumcrm.marketing.audience;

import org.triviumcrm.shared.web.Refusal;

/** Why somebody is not put on a target list, or a list is not used; the message key says it. */
class AudienceRefused extends Refusal {

    private static final long serialVersionUID = 1;

    /** @param field where the form shows it */
    AudienceRefused(String field, String messageKey) {
        super(field, messageKey);
    }
}
