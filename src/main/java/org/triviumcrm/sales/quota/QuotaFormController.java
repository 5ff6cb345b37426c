package org.triviumcrm.sales.quota;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.sales.QuotaSubject;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The form of a year's quotas; its other buttons fill it and save nothing. */
@Controller
class QuotaFormController {

    private final QuotaService quotas;
    private final QuotaYearService years;
    private final Format format;

    QuotaFormController(QuotaService quotas, QuotaYearService years, Format format) {
        this.quotas = quotas;
        this.years = years;
        this.format = format;
    }

    @CanManageQuotas
    @GetMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}/edit")
    String edit(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable QuotaMeasure measure,
            @RequestParam(required = false) @Nullable Long pipeline,
            Viewer viewer,
            Model model) {
        QuotaFilter filter = new QuotaFilter(period, null, measure, pipeline);
        QuotaNode node = quotas.node(viewer, subject, id);
        int year = year(filter);
        model.addAttribute("input", SaveQuota.of(year, quotas.of(viewer, filter, node, year)));
        return form(filter, node, year, model);
    }

    @CanManageQuotas
    @PostMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}/edit")
    String save(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable QuotaMeasure measure,
            @RequestParam(required = false) @Nullable Long pipeline,
            @RequestParam(required = false) @Nullable String act,
            @Valid @ModelAttribute("input") SaveQuota input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        QuotaFilter filter = new QuotaFilter(period, null, measure, pipeline);
        QuotaNode node = quotas.node(viewer, subject, id);
        int year = year(filter);
        boolean spreads = "EVENLY".equals(act) || "SEASON".equals(act);
        if (spreads && input.getYear() == null && !errors.hasFieldErrors("year")) {
            errors.rejectValue("year", "sales.quota.error.year");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(filter, node, year, model));
        }
        if (spreads || "UP".equals(act)) {
            Quotas filled = spreads
                    ? years.spread(
                            viewer, filter, node, year, Objects.requireNonNull(input.getYear()), "SEASON".equals(act))
                    : QuotaShares.up(year, months(input));
            model.addAttribute("input", SaveQuota.of(year, filled));
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "input");
            return form(filter, node, year, model);
        }
        quotas.save(viewer, filter, subject, id, year, input.quotas(year));
        flash.addFlashAttribute("notice", "sales.quota.saved");
        return "redirect:" + filter.href(QuotaLinks.page(subject, id), Period.year(year), null);
    }

    private static List<BigDecimal> months(SaveQuota input) {
        return input.getMonths().stream()
                .map(month -> Objects.requireNonNullElse(month, BigDecimal.ZERO))
                .toList();
    }

    private int year(QuotaFilter filter) {
        return filter.in(YearMonth.from(format.today())).year();
    }

    private static String form(QuotaFilter filter, QuotaNode node, int year, Model model) {
        model.addAttribute("node", node);
        model.addAttribute("period", Period.year(year));
        model.addAttribute(
                "address", filter.href(QuotaLinks.page(node.subject(), node.id()) + "/edit", Period.year(year), null));
        model.addAttribute("back", filter.href(QuotaLinks.page(node.subject(), node.id()), Period.year(year), null));
        return "sales/quota/form";
    }
}
