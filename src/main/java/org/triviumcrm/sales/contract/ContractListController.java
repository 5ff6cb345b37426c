package org.triviumcrm.sales.contract;

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

/** The list of contracts, whom they can be given to, and the deletion. */
@Controller
class ContractListController {

    private static final int CHOICES = 20;

    private final ContractService contracts;
    private final ListService lists;
    private final OpportunityCatalogue opportunities;
    private final People people;

    ContractListController(
            ContractService contracts, ListService lists, OpportunityCatalogue opportunities, People people) {
        this.contracts = contracts;
        this.lists = lists;
        this.opportunities = opportunities;
        this.people = people;
    }

    @GetMapping("/sales/contracts")
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ContractList.NOUN, viewer, parameters));
        return "sales/contract/list";
    }

    /** Whom the viewer may put in charge of a contract. */
    @GetMapping("/sales/contracts/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, ContractList.NOUN, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** Who can sign for the company. */
    @GetMapping("/sales/contracts/signatories")
    @ResponseBody
    List<Option> signatories(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, People.COLLEAGUE, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    /** What a contract can be for. */
    @GetMapping("/sales/contracts/opportunities")
    @ResponseBody
    List<Option> opportunities(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return opportunities.find(viewer, q);
    }

    @PostMapping("/sales/contracts/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        contracts.delete(viewer, id);
        flash.addFlashAttribute("notice", "sales.contract.deleted");
        return "redirect:/sales/contracts";
    }
}
