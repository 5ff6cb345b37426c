package org.triviumcrm.insight.sold;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** What a figure of sales is made of, row by row. */
@Controller
class SoldController {

    private static final String PAGE = "insight/sold/list";
    private static final int ROWS = 50;

    private final SoldService sold;
    private final Companies companies;

    SoldController(SoldService sold, Companies companies) {
        this.sold = sold;
        this.companies = companies;
    }

    @GetMapping(SoldFilter.PATH)
    String list(@ModelAttribute("filter") SoldFilter filter, BindingResult errors, Viewer viewer, Model model) {
        SoldFilter asked = errors.hasErrors() ? SoldFilter.none() : filter;
        model.addAttribute("asked", asked);
        model.addAttribute("found", sold.of(viewer, asked, ROWS));
        model.addAttribute("currency", companies.currency());
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }
}
