package org.triviumcrm.support.desk;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.ticket.SplitTicket;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketSplitRefused;
import org.triviumcrm.support.ticket.TicketSplitService;

/** Splitting a part of a ticket off. */
@Controller
class TicketSplitController {

    private static final String SPLIT = TicketList.PATH + "/{id:\\d+}/split";

    private final TicketService tickets;
    private final TicketSplitService splitting;
    private final MessageService messages;

    TicketSplitController(TicketService tickets, TicketSplitService splitting, MessageService messages) {
        this.tickets = tickets;
        this.splitting = splitting;
        this.messages = messages;
    }

    @CanChangeTickets
    @GetMapping(SPLIT)
    String ask(@PathVariable long id, Viewer viewer, Model model) {
        TicketPage page = tickets.page(viewer, id);
        model.addAttribute("split", new SplitTicket(page.name(), List.of()));
        return form(viewer, page, model);
    }

    @CanChangeTickets
    @PostMapping(SPLIT)
    String split(
            @PathVariable long id,
            @Valid @ModelAttribute("split") SplitTicket split,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TicketPage page = tickets.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                long made = splitting.split(viewer, id, split);
                flash.addFlashAttribute("notice", "support.split.done");
                return "redirect:" + TicketList.PATH + "/" + made;
            } catch (TicketSplitRefused refused) {
                refused.tell(errors);
            }
        }
        return Rejected.with(form(viewer, page, model));
    }

    private String form(Viewer viewer, TicketPage page, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("thread", messages.thread(viewer, page, null));
        return "support/ticket/split";
    }
}
