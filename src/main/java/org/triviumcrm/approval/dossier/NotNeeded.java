package org.triviumcrm.approval.dossier;

import org.triviumcrm.shared.web.Refusal;

/** No flow applies any more: it can be done at once. */
class NotNeeded extends Refusal {

    private static final long serialVersionUID = 1;

    NotNeeded() {
        super(null, "approval.refusal.notNeeded");
    }
}
