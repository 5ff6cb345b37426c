package org.triviumcrm.sales.quota;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.sales.pipeline.PipelineService;
import tools.jackson.databind.json.JsonMapper;

/** Quotas of a year or quarter, and those of one team, person, product or region. */
@Controller
class QuotaController {

    private final QuotaService quotas;
    private final QuotaYearService years;
    private final PipelineService pipelines;
    private final QuotaCharts charts;
    private final JsonMapper json;

    QuotaController(
            QuotaService quotas,
            QuotaYearService years,
            PipelineService pipelines,
            QuotaCharts charts,
            JsonMapper json) {
        this.quotas = quotas;
        this.years = years;
        this.pipelines = pipelines;
        this.charts = charts;
        this.json = json;
    }

    @GetMapping("/sales/quotas")
    String list(@ModelAttribute("asked") QuotaFilter asked, BindingResult errors, Viewer viewer, Model model) {
        model.addAttribute("quotas", quotas.page(viewer, errors.hasErrors() ? QuotaFilter.NONE : asked));
        model.addAttribute("pipelines", pipelines.of(viewer));
        return "sales/quota/list";
    }

    @GetMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}")
    String show(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @ModelAttribute("asked") QuotaFilter asked,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        QuotaYear year = years.of(viewer, errors.hasErrors() ? QuotaFilter.NONE : asked, subject, id);
        model.addAttribute("year", year);
        model.addAttribute("chart", json.writeValueAsString(charts.of(year)));
        return "sales/quota/show";
    }
}
