package org.triviumcrm.sales.territory;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Has the rules look at all opportunities again. */
@Controller
class TerritoryRunController {

    private final TerritoryService territories;

    TerritoryRunController(TerritoryService territories) {
        this.territories = territories;
    }

    @PostMapping("/sales/territories/runs")
    String run(Viewer viewer, RedirectAttributes flash) {
        if (territories.run(viewer)) {
            flash.addFlashAttribute("notice", "sales.territory.run.started");
        } else {
            flash.addFlashAttribute("problem", "sales.territory.run.busy");
        }
        return "redirect:/sales/territories";
    }
}
