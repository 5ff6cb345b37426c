package org.triviumcrm.approval.dossier;

import org.triviumcrm.shared.web.Refusal;

/** Somebody was faster: it was decided, taken back, returned or given to somebody else. Its page says what happened. */
public class AlreadyDecided extends Refusal {

    private static final long serialVersionUID = 1;

    private final long caseId;

    AlreadyDecided(long caseId) {
        super(null, "approval.refusal.decided");
        this.caseId = caseId;
    }

    public long caseId() {
        return caseId;
    }
}
