package org.triviumcrm.sales.pool;

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
import org.triviumcrm.sales.opportunity.CanClaimOpportunities;
import org.triviumcrm.sales.opportunity.OpportunityPage;
import org.triviumcrm.sales.opportunity.OpportunityService;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Giving one opportunity back to a pool, from its page. */
@Controller
class ReturnController {

    private final ReturnService returns;
    private final OpportunityService opportunities;

    ReturnController(ReturnService returns, OpportunityService opportunities) {
        this.returns = returns;
        this.opportunities = opportunities;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/pool")
    @SuppressWarnings("NullAway") // the pool may be missing in a form, not in what is accepted
    String form(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id);
        var pools = returns.choices(viewer, page.ownerId());
        Long first = pools.isEmpty() ? null : (Long) pools.get(0).value();
        model.addAttribute("giveBack", new ReturnToPool(first, ""));
        return form(page, htmx, viewer, model);
    }

    @CanClaimOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/pool")
    String giveBack(
            @PathVariable long id,
            @Valid @ModelAttribute("giveBack") ReturnToPool giveBack,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                returns.giveBack(viewer, id, giveBack);
                flash.addFlashAttribute("notice", "sales.pool.given");
                return "redirect:" + PoolList.PATH;
            } catch (Refusal refused) {
                refused.tell(errors);
            }
        }
        return Rejected.with(form(page, htmx, viewer, model));
    }

    private String form(OpportunityPage page, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("opportunity", page);
        model.addAttribute("pools", returns.choices(viewer, page.ownerId()));
        return Part.of(htmx, "sales/pool/return");
    }
}
