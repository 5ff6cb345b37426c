package org.triviumcrm.sales.opportunity;

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
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Giving an opportunity to somebody else, and deleting it. */
@Controller
class OpportunityTransferController {

    private final OpportunityService opportunities;
    private final OpportunityReadService readings;
    private final People people;

    OpportunityTransferController(OpportunityService opportunities, OpportunityReadService readings, People people) {
        this.opportunities = opportunities;
        this.readings = readings;
        this.people = people;
    }

    @GetMapping("/sales/opportunities/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, "opportunity", q, 20).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/transfer")
    String form(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        model.addAttribute("opportunity", page);
        model.addAttribute("transfer", new TransferOpportunity(page.ownerId()));
        return Part.of(htmx, "sales/opportunity/transfer");
    }

    @CanTransferOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/transfer")
    String transfer(
            @PathVariable long id,
            @Valid @ModelAttribute("transfer") TransferOpportunity transfer,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            opportunities.transfer(viewer, id, transfer);
            flash.addFlashAttribute("notice", "sales.opportunity.transferred");
            return readings.isVisible(viewer, id)
                    ? "redirect:/sales/opportunities/" + id
                    : "redirect:/sales/opportunities";
        }
        model.addAttribute("opportunity", opportunities.page(viewer, id));
        return Rejected.with("sales/opportunity/transfer");
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        opportunities.delete(viewer, id);
        flash.addFlashAttribute("notice", "sales.opportunity.deleted");
        return "redirect:/sales/opportunities";
    }
}
