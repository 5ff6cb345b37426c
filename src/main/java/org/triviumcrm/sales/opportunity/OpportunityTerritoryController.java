package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.territory.TerritoryReadService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Putting an opportunity into another territory. */
@Controller
class OpportunityTerritoryController {

    private final OpportunityService opportunities;
    private final OpportunityReadService readings;
    private final OpportunityTerritoryService places;
    private final TerritoryReadService territories;

    OpportunityTerritoryController(
            OpportunityService opportunities,
            OpportunityReadService readings,
            OpportunityTerritoryService places,
            TerritoryReadService territories) {
        this.opportunities = opportunities;
        this.readings = readings;
        this.places = places;
        this.territories = territories;
    }

    @CanEditOpportunities
    @GetMapping("/sales/opportunities/{id:\\d+}/territory")
    String form(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        model.addAttribute("place", new PlaceOpportunity(page.territoryFixed() ? page.territoryId() : null));
        return Part.of(htmx, view(viewer, page, model));
    }

    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/territory")
    String place(
            @PathVariable long id,
            @Valid @ModelAttribute("place") PlaceOpportunity place,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(view(viewer, opportunities.page(viewer, id), model));
        }
        places.place(viewer, id, place);
        flash.addFlashAttribute("notice", "sales.territory.placed");
        // who saw it by its territory alone may not see it any more
        return readings.isVisible(viewer, id) ? "redirect:/sales/opportunities/" + id : "redirect:/sales/opportunities";
    }

    private String view(Viewer viewer, OpportunityPage page, Model model) {
        model.addAttribute("opportunity", page);
        model.addAttribute(
                "territories",
                territories.choices(viewer).stream()
                        .map(choice -> new Option(choice.id(), choice.path()))
                        .toList());
        return "sales/opportunity/territory";
    }
}
