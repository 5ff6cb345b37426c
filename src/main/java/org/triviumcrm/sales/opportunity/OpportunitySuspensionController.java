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
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Laying an opportunity aside until a day, and taking it up again. */
@Controller
class OpportunitySuspensionController {

    /** Proposed in the form. */
    private static final int USUAL_DAYS = 30;

    private final OpportunityService opportunities;
    private final OpportunityLifeService life;
    private final ForetoldApprovals approvals;
    private final Format format;

    OpportunitySuspensionController(
            OpportunityService opportunities, OpportunityLifeService life, ForetoldApprovals approvals, Format format) {
        this.opportunities = opportunities;
        this.life = life;
        this.approvals = approvals;
        this.format = format;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/suspension")
    String suspending(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute(
                "suspension", new SuspendOpportunity("", format.today().plusDays(USUAL_DAYS)));
        return Part.of(htmx, form(opportunities.page(viewer, id).free(), viewer, model));
    }

    @CanSuspendOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/suspension")
    String suspend(
            @PathVariable long id,
            @Valid @ModelAttribute("suspension") SuspendOpportunity suspension,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                life.suspend(viewer, id, suspension);
                flash.addFlashAttribute("notice", "sales.opportunity.suspended");
                return "redirect:/sales/opportunities/" + id;
            } catch (UntilPast | IllegalMove e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(page, viewer, model)));
    }

    @PostMapping("/sales/opportunities/{id:\\d+}/reactivation")
    String reactivate(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.reactivate(viewer, id);
        flash.addFlashAttribute("notice", "sales.opportunity.reactivated");
        return "redirect:/sales/opportunities/" + id;
    }

    private String form(OpportunityPage page, Viewer viewer, Model model) {
        model.addAttribute("opportunity", page);
        approvals.tell(viewer, model, page, Exit.SUSPEND);
        return "sales/opportunity/suspension";
    }
}
