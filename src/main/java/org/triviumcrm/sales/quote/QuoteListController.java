package org.triviumcrm.sales.quote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Option;

/** The list of quotes, whom they can be given to, and the deletion. */
@Controller
class QuoteListController {

    private static final int CHOICES = 20;

    private final QuoteService quotes;
    private final ListService lists;
    private final OpportunityCatalogue opportunities;
    private final People people;

    QuoteListController(QuoteService quotes, ListService lists, OpportunityCatalogue opportunities, People people) {
        this.quotes = quotes;
        this.lists = lists;
        this.opportunities = opportunities;
        this.people = people;
    }

    @GetMapping("/sales/quotes")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(QuoteList.NOUN, viewer, parameters));
        return "sales/quote/list";
    }

    /** Whom the viewer may put in charge of a quote. */
    @GetMapping("/sales/quotes/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, QuoteList.NOUN, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** What a quote can be for. */
    @GetMapping("/sales/quotes/opportunities")
    @ResponseBody
    List<Option> opportunities(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return opportunities.find(viewer, q);
    }

    @PostMapping("/sales/quotes/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        quotes.delete(viewer, id);
        flash.addFlashAttribute("notice", "sales.quote.deleted");
        return "redirect:/sales/quotes";
    }
}
