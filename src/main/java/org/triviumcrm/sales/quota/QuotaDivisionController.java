package org.triviumcrm.sales.quota;

import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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

/** Divides a quota over those below. */
@Controller
class QuotaDivisionController {

    private final QuotaService quotas;
    private final QuotaYearService years;
    private final Format format;

    QuotaDivisionController(QuotaService quotas, QuotaYearService years, Format format) {
        this.quotas = quotas;
        this.years = years;
        this.format = format;
    }

    @CanManageQuotas
    @GetMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}/division")
    String form(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable QuotaMeasure measure,
            @RequestParam(required = false) @Nullable Long pipeline,
            Viewer viewer,
            Model model) {
        QuotaFilter filter = new QuotaFilter(period, null, measure, pipeline);
        QuotaNode node = quotas.node(viewer, subject, id);
        int year = filter.in(YearMonth.from(format.today())).year();
        List<BigDecimal> before = years.before(viewer, filter, node, year);
        DivideQuota input = new DivideQuota();
        boolean known = before.stream().anyMatch(amount -> amount.signum() > 0);
        input.setParts(new ArrayList<>(
                known ? before : before.stream().map(none -> BigDecimal.ONE).toList()));
        model.addAttribute("input", input);
        return view(viewer, filter, node, year, model);
    }

    @CanManageQuotas
    @PostMapping("/sales/quotas/{subject:[A-Z]+}/{id:\\d+}/division")
    String divide(
            @PathVariable QuotaSubject subject,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable QuotaMeasure measure,
            @RequestParam(required = false) @Nullable Long pipeline,
            @Valid @ModelAttribute("input") DivideQuota input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        QuotaFilter filter = new QuotaFilter(period, null, measure, pipeline);
        QuotaNode node = quotas.node(viewer, subject, id);
        int year = filter.in(YearMonth.from(format.today())).year();
        input.fill(node.below().size());
        List<BigDecimal> weights = input.weights(node.below().size());
        if (!errors.hasErrors() && weights.stream().noneMatch(weight -> weight.signum() > 0)) {
            errors.reject("sales.quota.error.parts");
        }
        if (!errors.hasErrors() && quotas.of(viewer, filter, node, year).of(Period.year(year)) == null) {
            errors.reject("sales.quota.error.none");
        }
        if (errors.hasErrors()) {
            return Rejected.with(view(viewer, filter, node, year, model));
        }
        flash.addFlashAttribute("notice", "sales.quota.divided");
        flash.addFlashAttribute("noticeArgument", quotas.divide(viewer, filter, node, year, weights));
        return "redirect:" + filter.href("/sales/quotas", Period.year(year), subject);
    }

    private String view(Viewer viewer, QuotaFilter filter, QuotaNode node, int year, Model model) {
        model.addAttribute("node", node);
        model.addAttribute("period", Period.year(year));
        model.addAttribute("amount", quotas.of(viewer, filter, node, year).of(Period.year(year)));
        String page = QuotaLinks.page(node.subject(), node.id());
        model.addAttribute("address", filter.href(page + "/division", Period.year(year), null));
        model.addAttribute("back", filter.href(page, Period.year(year), null));
        return "sales/quota/division";
    }
}
