package org.triviumcrm.marketing.campaign;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.marketing.exit.IllegalStep;

/** A step that a campaign's life does not allow: its page again, with the reason. */
@ControllerAdvice
class RefusedSteps {

    @ExceptionHandler(IllegalStep.class)
    String refused(IllegalStep refused, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.key());
        return "redirect:" + request.getRequestURI().replaceAll("(/campaigns/\\d+)/.*$", "$1");
    }
}
