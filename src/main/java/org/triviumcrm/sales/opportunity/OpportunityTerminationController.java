package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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

/** Giving an opportunity up for good. */
@Controller
class OpportunityTerminationController {

    private final OpportunityService opportunities;
    private final OpportunityMoveService moves;
    private final OpportunityForms forms;
    private final ForetoldApprovals approvals;

    OpportunityTerminationController(
            OpportunityService opportunities,
            OpportunityMoveService moves,
            OpportunityForms forms,
            ForetoldApprovals approvals) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.forms = forms;
        this.approvals = approvals;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/termination")
    String terminating(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("termination", new Empty(null, "", null));
        return Part.of(htmx, form(opportunities.page(viewer, id).free(), viewer, model));
    }

    @CanTerminateOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/termination")
    String terminate(
            @PathVariable long id,
            @Valid @ModelAttribute("termination") TerminateOpportunity termination,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                moves.terminate(viewer, id, termination);
                flash.addFlashAttribute("notice", "sales.opportunity.terminated");
                return "redirect:/sales/opportunities/" + id;
            } catch (IllegalMove e) {
                errors.reject(e.key());
            }
        }
        return Rejected.with(Part.of(htmx, form(page, viewer, model)));
    }

    private String form(OpportunityPage page, Viewer viewer, Model model) {
        model.addAttribute("opportunity", page);
        approvals.tell(viewer, model, page, Exit.TERMINATE);
        model.addAttribute("reasons", forms.lostReasons(viewer));
        return "sales/opportunity/termination";
    }

    /** The form before anything was chosen. */
    record Empty(
            @Nullable Long reasonId, String note, @Nullable String lessons) {}
}
