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
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Finishing with an opportunity that is decided. */
@Controller
class OpportunityClosureController {

    private final OpportunityService opportunities;
    private final OpportunityLifeService life;
    private final ForetoldApprovals approvals;

    OpportunityClosureController(
            OpportunityService opportunities, OpportunityLifeService life, ForetoldApprovals approvals) {
        this.opportunities = opportunities;
        this.life = life;
        this.approvals = approvals;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/closure")
    String closing(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        String said = page.closingNote() == null ? "" : page.closingNote();
        model.addAttribute("closure", new CloseOpportunity("", said, page.lessons()));
        return Part.of(htmx, form(page, viewer, model));
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
        return Rejected.with(Part.of(htmx, form(page, viewer, model)));
    }

    private String form(OpportunityPage page, Viewer viewer, Model model) {
        model.addAttribute("opportunity", page);
        approvals.tell(viewer, model, page, Exit.CLOSE);
        return "sales/opportunity/closure";
    }
}
