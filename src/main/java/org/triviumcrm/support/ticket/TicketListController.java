package org.triviumcrm.support.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ContractCatalogue;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Option;

/** The list of tickets, typed searches around them, and the deletion. */
@Controller
class TicketListController {

    private static final int CHOICES = 20;

    private final TicketService tickets;
    private final ListService lists;
    private final ProductCatalogue products;
    private final OpportunityCatalogue opportunities;
    private final ContractCatalogue contracts;

    TicketListController(
            TicketService tickets,
            ListService lists,
            ProductCatalogue products,
            OpportunityCatalogue opportunities,
            ContractCatalogue contracts) {
        this.tickets = tickets;
        this.lists = lists;
        this.products = products;
        this.opportunities = opportunities;
        this.contracts = contracts;
    }

    @GetMapping(TicketList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(TicketList.NOUN, viewer, parameters));
        model.addAttribute("places", tickets.places(viewer));
        return "support/ticket/list";
    }

    /** Who can be in charge of a ticket. */
    @GetMapping(TicketList.PATH + "/agents")
    @ResponseBody
    List<Option> agents(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return tickets.agents(viewer, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** What a ticket can be about. */
    @GetMapping(TicketList.PATH + "/products")
    @ResponseBody
    List<Option> products(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return products.find(viewer, q);
    }

    /** What a ticket can have to do with. */
    @GetMapping(TicketList.PATH + "/opportunities")
    @ResponseBody
    List<Option> opportunities(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return opportunities.find(viewer, q);
    }

    /** What a ticket can have been agreed in. */
    @GetMapping(TicketList.PATH + "/contracts")
    @ResponseBody
    List<Option> contracts(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return contracts.find(viewer, q);
    }

    @PostMapping(TicketList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            tickets.delete(viewer, id);
        } catch (DataIntegrityViolationException e) {
            flash.addFlashAttribute("problem", "support.ticket.error.used");
            return "redirect:" + TicketList.PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "support.ticket.deleted");
        return "redirect:" + TicketList.PATH;
    }
}
