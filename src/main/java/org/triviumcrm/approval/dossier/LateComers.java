package org.triviumcrm.approval.dossier;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Who was too late is told who did what meanwhile, with 409. Forwarded, so that the page has all that pages have. */
@ControllerAdvice
class LateComers {

    @ExceptionHandler(AlreadyDecided.class)
    String late(AlreadyDecided late) {
        return "forward:/approvals/cases/" + late.caseId() + "/late";
    }
}
