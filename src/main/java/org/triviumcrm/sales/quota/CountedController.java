package org.triviumcrm.sales.quota;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.AttainedRow;
import org.triviumcrm.sales.QuotaSubject;

/** What a figure of the quotas is made of. */
@Controller
class CountedController {

    private final CountedService counted;
    private final QuotaService quotas;

    CountedController(CountedService counted, QuotaService quotas) {
        this.counted = counted;
        this.quotas = quotas;
    }

    @GetMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}/rows")
    String show(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @ModelAttribute("asked") QuotaFilter asked,
            BindingResult errors,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable Long after,
            Viewer viewer,
            Model model) {
        model.addAttribute(
                "counted",
                counted.page(
                        viewer,
                        errors.hasErrors() ? QuotaFilter.NONE : asked,
                        quotas.node(viewer, subject, id),
                        day == null || after == null ? null : new AttainedRow.After(day, after)));
        return "sales/quota/rows";
    }
}
