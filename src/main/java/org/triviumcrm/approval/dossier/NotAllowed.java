package org.triviumcrm.approval.dossier;

import org.triviumcrm.shared.web.Refusal;

/** What the rules of cases forbid; shown at the field it is about. */
class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1;

    NotAllowed(String field, String messageKey) {
        super(field, messageKey);
    }
}
