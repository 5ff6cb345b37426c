package org.triviumcrm.identity.letterhead;

import org.triviumcrm.shared.web.Refusal;

/** A file that can't be a logo. */
class RefusedLogo extends Refusal {

    private static final long serialVersionUID = 1;

    RefusedLogo(String messageKey) {
        super(null, messageKey);
    }
}
