package org.triviumcrm.support.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.ticket.TicketList;

/** Replies on their way to the customer. */
@Controller
class DeliveryController {

    private static final String ONE = TicketList.PATH + "/{id:\\d+}/messages/{messageId:\\d+}";

    private final MessageService messages;

    DeliveryController(MessageService messages) {
        this.messages = messages;
    }

    @GetMapping(ONE + "/delivery")
    String show(@PathVariable long id, @PathVariable long messageId, Viewer viewer, Model model) {
        model.addAttribute("delivery", messages.delivery(viewer, id, messageId));
        model.addAttribute("ticketId", id);
        model.addAttribute("messageId", messageId);
        return "support/ticket/delivery :: delivery";
    }

    @PostMapping(ONE + "/sending")
    String send(@PathVariable long id, @PathVariable long messageId, Viewer viewer, RedirectAttributes flash) {
        boolean leaves = messages.send(viewer, id, messageId);
        flash.addFlashAttribute(
                leaves ? "notice" : "problem", leaves ? "support.delivery.again.done" : "support.delivery.error.again");
        return "redirect:" + TicketList.PATH + "/" + id + "#message-" + messageId;
    }
}
