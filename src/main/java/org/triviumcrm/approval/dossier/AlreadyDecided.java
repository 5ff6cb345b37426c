package org.triviumcrm.approval.dossier;

import org.triviumcrm.shared.web.Refusal;

/** Somebody was faster, or the case was taken back. */
public class AlreadyDecided extends Refusal {

    private static final long serialVersionUID = 1;

    AlreadyDecided() {
        super(null, "approval.refusal.decided");
    }
}
