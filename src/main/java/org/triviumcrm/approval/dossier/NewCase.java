package org.triviumcrm.approval.dossier;

import org.triviumcrm.approval.Submission;

/** What is written when a case begins; the texts are JSON. */
record NewCase(
        long flowVersionId,
        long submitterId,
        Submission submission,
        long subjectId,
        String facts,
        String snapshot,
        String fingerprint,
        String chosen) {}
