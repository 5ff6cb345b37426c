package org.triviumcrm.support.chat;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.queue.QueueService;
import org.triviumcrm.support.ticket.TicketPriority;

/** Makes a ticket or a lead of a talk. */
@Controller
@RequestMapping(ChatList.PATH + "/{id:\\d+}")
class ChatOutcomeController {

    private final ChatDeskService desk;
    private final ChatOutcomeService outcomes;
    private final QueueService queues;

    ChatOutcomeController(ChatDeskService desk, ChatOutcomeService outcomes, QueueService queues) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.queues = queues;
    }

    @CanTurnChatsIntoTickets
    @GetMapping("/ticket")
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        ChatFacts chat = desk.page(viewer, id);
        model.addAttribute("input", outcomes.proposed(viewer, chat));
        return form(chat, htmx, viewer, model);
    }

    @CanTurnChatsIntoTickets
    @PostMapping("/ticket")
    String open(
            @PathVariable long id,
            @Valid @ModelAttribute("input") ChatIntoTicket input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        ChatFacts chat = desk.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(chat, htmx, viewer, model));
        }
        long ticket = outcomes.open(viewer, id, input);
        flash.addFlashAttribute("notice", "support.chat.ticketMade");
        return "redirect:/support/tickets/" + ticket;
    }

    private String form(ChatFacts chat, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("chat", chat);
        model.addAttribute("queues", queues.choices(viewer, chat.queueId()));
        model.addAttribute("priorities", Arrays.asList(TicketPriority.values()));
        return Part.of(htmx, "support/chat/ticket");
    }

    @PostMapping("/lead")
    String makeLead(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            String lead = outcomes.makeLead(viewer, id);
            flash.addFlashAttribute("notice", "support.chat.leadMade");
            return "redirect:" + lead;
        } catch (ChatRefused refused) {
            flash.addFlashAttribute("problem", refused.key());
            return "redirect:" + ChatList.PATH + "/" + id;
        }
    }
}
