package org.triviumcrm.sales.quote;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.sales.release.IllegalPaper;

/** A step that the life of a quote or a contract does not allow: its page again, with the reason. */
@ControllerAdvice
class RefusedPapers {

    @ExceptionHandler(IllegalPaper.class)
    String refused(IllegalPaper refused, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.key());
        return "redirect:" + request.getRequestURI().replaceAll("(/(?:quotes|contracts)/\\d+)/.*$", "$1");
    }
}
