package org.triviumcrm.sales.opportunity;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.shared.web.BoardAnswers;

/** A step that the opportunity's life does not allow: its page again, with the reason; a part's page stays and says it. */
@ControllerAdvice
class RefusedMoves {

    private final BoardAnswers answers;

    RefusedMoves(BoardAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(IllegalMove.class)
    Object refused(IllegalMove refused, HttpServletRequest request, RedirectAttributes flash) {
        if (request.getHeader("HX-Request") != null) {
            return answers.refused(refused.key());
        }
        flash.addFlashAttribute("problem", refused.key());
        return "redirect:" + request.getRequestURI().replaceAll("(/opportunities/\\d+)/.*$", "$1");
    }
}
