package org.triviumcrm.sales.territory;

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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Taking a territory away, and where what lies in it goes. */
@Controller
class TerritoryRemovalController {

    private final TerritoryService territories;
    private final TerritoryReadService reading;

    TerritoryRemovalController(TerritoryService territories, TerritoryReadService reading) {
        this.territories = territories;
        this.reading = reading;
    }

    @GetMapping("/sales/territories/{id:\\d+}/removal")
    String form(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        SaveTerritory territory = territories.find(viewer, id);
        model.addAttribute("input", new RemoveTerritory(territory.parentId()));
        return Part.of(htmx, page(viewer, model, id, territory));
    }

    @CanManageTerritories
    @PostMapping("/sales/territories/{id:\\d+}/removal")
    String remove(
            @PathVariable long id,
            @Valid @ModelAttribute("input") RemoveTerritory input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                territories.remove(viewer, id, input);
                flash.addFlashAttribute("notice", "sales.territory.removed");
                return "redirect:/sales/territories";
            } catch (TerritoryRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(page(viewer, model, id, territories.find(viewer, id)));
    }

    private String page(Viewer viewer, Model model, long id, SaveTerritory territory) {
        model.addAttribute("id", id);
        model.addAttribute("name", territory.name());
        model.addAttribute("held", territories.held(viewer, id));
        model.addAttribute(
                "others",
                TerritoryForms.options(reading.others(viewer, null).stream()
                        .filter(other -> other.id() != id)
                        .toList()));
        return "sales/territory/removal";
    }
}
