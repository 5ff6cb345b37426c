package org.triviumcrm.sales.opportunity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import org.triviumcrm.identity.Viewer;

/** Moves between open stages, from the board and from the record. */
@Controller
class OpportunityMoveController {

    private final OpportunityMoveService moves;
    private final MessageSource messages;

    OpportunityMoveController(OpportunityMoveService moves, MessageSource messages) {
        this.moves = moves;
        this.messages = messages;
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/move")
    String move(
            @PathVariable long id,
            @Valid @ModelAttribute MoveOpportunity input,
            Viewer viewer,
            RedirectAttributes flash) {
        moves.move(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.opportunity.moved");
        return "redirect:/sales/opportunities/" + id;
    }

    /** From the board: the page stays, its columns ask for their new content themselves. */
    @PostMapping(path = "/sales/opportunities/{id:\\d+}/move", headers = "HX-Request")
    ResponseEntity<Void> moveOnBoard(
            @PathVariable long id, @Valid @ModelAttribute MoveOpportunity input, Viewer viewer) {
        moves.move(viewer, id, input);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/reopening")
    String reopen(
            @PathVariable long id,
            @Valid @ModelAttribute MoveOpportunity input,
            Viewer viewer,
            RedirectAttributes flash) {
        moves.reopen(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.opportunity.reopened");
        return "redirect:/sales/opportunities/" + id;
    }

    @ExceptionHandler(IllegalMove.class)
    Object refused(IllegalMove refused, HttpServletRequest request, RedirectAttributes flash) {
        if (request.getHeader("HX-Request") != null) {
            String text = messages.getMessage(refused.messageKey(), null, LocaleContextHolder.getLocale());
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .header("X-Problem", UriUtils.encode(text, StandardCharsets.UTF_8))
                    .build();
        }
        flash.addFlashAttribute("problem", refused.messageKey());
        return "redirect:" + request.getRequestURI().replaceAll("/[a-z]+$", "");
    }
}
