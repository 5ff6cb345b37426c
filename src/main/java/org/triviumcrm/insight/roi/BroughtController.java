package org.triviumcrm.insight.roi;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttributionModel;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What campaigns have brought row by row, and what a campaign alone returns. */
@Controller
class BroughtController {

    private static final String PAGE = "insight/roi/brought";
    private static final int ROWS = 50;
    private static final int FEW = 5;

    private final BroughtService brought;
    private final RoiService returns;
    private final Companies companies;

    BroughtController(BroughtService brought, RoiService returns, Companies companies) {
        this.brought = brought;
        this.returns = returns;
        this.companies = companies;
    }

    @GetMapping(BroughtFilter.PATH)
    String list(
            @Valid @ModelAttribute("filter") BroughtFilter filter, BindingResult errors, Viewer viewer, Model model) {
        BroughtFilter asked = errors.hasErrors() ? BroughtFilter.none() : filter;
        model.addAttribute("asked", asked);
        model.addAttribute("found", brought.of(viewer, asked, ROWS));
        model.addAttribute("campaign", brought.name(viewer, asked.campaign()));
        model.addAttribute("outcomes", List.of(BroughtOutcome.values()));
        model.addAttribute("models", List.of(AttributionModel.values()));
        model.addAttribute("reckoning", asked.returns().reckoning());
        model.addAttribute("currency", companies.currency());
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }

    @GetMapping("/insight/campaigns/{id:\\d+}/return")
    String campaign(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        RoiFilter ever = RoiFilter.ever(null);
        BroughtFilter all = BroughtFilter.of(ever, false).of(id);
        model.addAttribute("line", returns.campaign(viewer, id, ever));
        model.addAttribute("reckoned", brought.reckoned(viewer, id));
        model.addAttribute("found", brought.of(viewer, all, FEW));
        model.addAttribute("currency", companies.currency());
        return Part.of(htmx, "insight/roi/campaign");
    }
}
