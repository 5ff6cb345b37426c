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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Finishing with an opportunity that is decided. */
@Controller
class OpportunityClosureController {

    private final OpportunityService opportunities;
    private final OpportunityLifeService life;

    OpportunityClosureController(OpportunityService opportunities, OpportunityLifeService life) {
        this.opportunities = opportunities;
        this.life = life;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/closure")
    String closing(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        String said = page.closingNote() == null ? "" : page.closingNote();
        model.addAttribute("opportunity", page);
        model.addAttribute("closure", new CloseOpportunity("", said, page.lessons()));
        return Part.of(htmx, "sales/opportunity/closure");
    }

    @CanCloseOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/closure")
    String close(
            @PathVariable long id,
            @Valid @ModelAttribute("closure") CloseOpportunity closure,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                life.close(viewer, id, closure);
                flash.addFlashAttribute("notice", "sales.opportunity.closed");
                return "redirect:/sales/opportunities/" + id;
            } catch (IllegalMove e) {
                errors.reject(e.key());
            }
        }
        model.addAttribute("opportunity", page);
        return Rejected.with(Part.of(htmx, "sales/opportunity/closure"));
    }
}
