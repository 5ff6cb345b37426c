package org.triviumcrm.sales.opportunity;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** Giving the opportunities ticked in a list to somebody else, all or none. */
@Controller
class OpportunityTransferListController {

    private static final String VIEW = "sales/opportunity/transfers";

    private final OpportunityService opportunities;

    OpportunityTransferListController(OpportunityService opportunities) {
        this.opportunities = opportunities;
    }

    /** From the list: asks to whom. */
    @PostMapping("/sales/opportunities/transfer")
    String ask(@RequestParam(required = false) @Nullable List<Long> ids, Viewer viewer, Model model) {
        model.addAttribute("transfer", new TransferOpportunities(ids == null ? List.of() : ids, null));
        return form(viewer, model, ids == null ? List.of() : ids);
    }

    @PostMapping("/sales/opportunities/transfers")
    String transfer(
            @Valid @ModelAttribute("transfer") TransferOpportunities transfer,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, transfer.sorted()));
        }
        opportunities.transferAll(viewer, transfer);
        flash.addFlashAttribute("notice", "sales.opportunity.transferred.many");
        flash.addFlashAttribute("noticeArgument", transfer.sorted().size());
        return "redirect:/sales/opportunities";
    }

    private String form(Viewer viewer, Model model, List<Long> ids) {
        model.addAttribute("chosen", opportunities.chosen(viewer, ids));
        return VIEW;
    }
}
