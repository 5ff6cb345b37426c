package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.ForecastOptions;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What one opportunity counts as in the forecast. */
@Controller
class OpportunityForecastController {

    private final OpportunityService opportunities;
    private final OpportunityForecastService forecasts;
    private final MessageSource messages;

    OpportunityForecastController(
            OpportunityService opportunities, OpportunityForecastService forecasts, MessageSource messages) {
        this.opportunities = opportunities;
        this.forecasts = forecasts;
        this.messages = messages;
    }

    @CanEditOpportunities
    @GetMapping("/sales/opportunities/{id:\\d+}/forecast")
    String form(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        model.addAttribute("foresee", new ForeseeOpportunity(page.forecastChoice()));
        return Part.of(htmx, view(page, model));
    }

    @CanEditOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/forecast")
    String foresee(
            @PathVariable long id,
            @Valid @ModelAttribute("foresee") ForeseeOpportunity input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(view(opportunities.page(viewer, id), model));
        }
        forecasts.foresee(viewer, id, input);
        flash.addFlashAttribute("notice", "sales.opportunity.forecast.saved");
        return "redirect:/sales/opportunities/" + id;
    }

    private String view(OpportunityPage page, Model model) {
        model.addAttribute("opportunity", page);
        model.addAttribute("categories", ForecastOptions.of(messages));
        return "sales/opportunity/forecast";
    }
}
