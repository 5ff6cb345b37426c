package org.triviumcrm.approval.submission;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.UnderApproval;

/** Whatever was asked for, and by which module's page: the form to ask for the approval, or who is asked already. */
@ControllerAdvice
class SubmissionAdvice {

    static final String REFUSED = "approval.refused";

    /** Forwarded, so that the page knows all that pages know. */
    @ExceptionHandler({ApprovalNeeded.class, UnderApproval.class})
    String refused(RuntimeException refused, HttpServletRequest request) {
        request.setAttribute(REFUSED, refused);
        return "forward:/approvals/needed";
    }
}
