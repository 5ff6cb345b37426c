package org.triviumcrm.support.board;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.BoardAnswers;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** Moves of tickets between the columns of their board: a change of status as on their own pages. */
@Controller
class TicketMoveController {

    private static final String MOVE = TicketList.PATH + "/{id:\\d+}/move";

    private final TicketService tickets;
    private final BoardAnswers answers;

    TicketMoveController(TicketService tickets, BoardAnswers answers) {
        this.tickets = tickets;
        this.answers = answers;
    }

    /** The columns to choose from, in a dialog. */
    @GetMapping(MOVE)
    String choose(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("ticket", tickets.page(viewer, id));
        return Part.of(htmx, "support/ticket/move");
    }

    /** On the board the page stays, and its columns ask for their new content. */
    @PostMapping(MOVE)
    Object move(
            @PathVariable long id,
            @RequestParam TicketStatus to,
            HtmxRequest htmx,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            tickets.become(viewer, id, to);
        } catch (WrongTicketStatus refused) {
            if (htmx.isHtmxRequest()) {
                return answers.refused(refused.key());
            }
            flash.addFlashAttribute("problem", refused.key());
            return "redirect:" + TicketBoardController.PATH;
        }
        if (htmx.isHtmxRequest()) {
            return answers.moved();
        }
        flash.addFlashAttribute("notice", "support.ticket.became");
        return "redirect:" + TicketBoardController.PATH;
    }
}
