package org.triviumcrm.sales.quote;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.sales.release.IllegalQuote;

/** A step that a quote's life does not allow: its page again, with the reason. */
@ControllerAdvice
class RefusedQuotes {

    @ExceptionHandler(IllegalQuote.class)
    String refused(IllegalQuote refused, HttpServletRequest request, RedirectAttributes flash) {
        flash.addFlashAttribute("problem", refused.key());
        return "redirect:" + request.getRequestURI().replaceAll("(/quotes/\\d+)/.*$", "$1");
    }
}
