package org.triviumcrm.approval.dossier;

import org.triviumcrm.shared.web.Refusal;

/** What was approved can't be done. Everything of the transaction goes back; see {@link CarryingOut}. */
class CarryOutFailed extends Refusal {

    private static final long serialVersionUID = 1;

    CarryOutFailed(String messageKey, Throwable cause) {
        super(null, messageKey);
        initCause(cause);
    }
}
