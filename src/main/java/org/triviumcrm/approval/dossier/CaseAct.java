package org.triviumcrm.approval.dossier;

/** What a viewer may do with a case as it stands. */
public enum CaseAct {
    DECIDE,
    RESUBMIT,
    RECALL,
    COMMENT,
    COPY,
    ATTACH
}
