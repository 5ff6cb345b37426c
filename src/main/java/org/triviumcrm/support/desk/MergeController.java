package org.triviumcrm.support.desk;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.ticket.MergeTicket;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketMergeRefused;
import org.triviumcrm.support.ticket.TicketMergeService;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;

/** Merging a ticket into another. */
@Controller
class MergeController {

    private static final String MERGE = TicketList.PATH + "/{id:\\d+}/merge";

    private final TicketService tickets;
    private final TicketMergeService merging;

    MergeController(TicketService tickets, TicketMergeService merging) {
        this.tickets = tickets;
        this.merging = merging;
    }

    @CanChangeTickets
    @GetMapping(MERGE)
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("merge", new MergeTicket(null));
        return form(tickets.page(viewer, id), null, htmx, model);
    }

    @CanChangeTickets
    @PostMapping(MERGE)
    String merge(
            @PathVariable long id,
            @Valid @ModelAttribute("merge") MergeTicket merge,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TicketPage page = tickets.page(viewer, id);
        Long into = merge.intoId();
        if (!errors.hasErrors() && into != null) {
            try {
                merging.merge(viewer, id, merge);
                flash.addFlashAttribute("notice", "support.merge.done");
                return "redirect:" + TicketList.PATH + "/" + into;
            } catch (TicketMergeRefused refused) {
                refused.tell(errors);
            }
        }
        String chosen = into == null ? null : tickets.page(viewer, into).title();
        return Rejected.with(form(page, chosen, htmx, model));
    }

    @GetMapping(TicketList.PATH + "/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return merging.choices(viewer, q);
    }

    private static String form(TicketPage page, @Nullable String chosen, HtmxRequest htmx, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("chosen", chosen);
        return Part.of(htmx, "support/ticket/merge");
    }
}
