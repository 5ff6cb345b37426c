package org.triviumcrm.marketing.plan;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;

/** The campaigns behind a figure of a plan. */
@Controller
class PlanCampaignController {

    private final PlanService plans;
    private final PlanFigureService figures;
    private final Companies companies;
    private final Format format;
    private final MessageSource messages;

    PlanCampaignController(
            PlanService plans, PlanFigureService figures, Companies companies, Format format, MessageSource messages) {
        this.plans = plans;
        this.figures = figures;
        this.companies = companies;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping(PlanList.PATH + "/{id:\\d+}/campaigns")
    String campaigns(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer quarter,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(required = false) @Nullable Long method,
            @RequestParam(required = false) @Nullable String region,
            Viewer viewer,
            Model model) {
        PlanPage plan = plans.page(viewer, id);
        PlanCut cut = new PlanCut(quarter, month, method, region);
        PlanCampaigns found = figures.campaigns(viewer, plan, cut);
        model.addAttribute("title", plan.name());
        model.addAttribute("about", about(viewer, plan, cut));
        model.addAttribute("planId", id);
        return page(model, found);
    }

    @GetMapping(PlanList.PATH + "/unplanned")
    String unplanned(@RequestParam(required = false) @Nullable Integer year, Viewer viewer, Model model) {
        int asked = year == null || year < 1900 || year > SavePlan.LAST_YEAR
                ? format.today().getYear()
                : year;
        model.addAttribute("title", text("marketing.plan.without"));
        model.addAttribute("about", String.valueOf(asked));
        return page(model, figures.unplanned(viewer, asked));
    }

    private String page(Model model, PlanCampaigns found) {
        model.addAttribute("found", found);
        model.addAttribute("currency", companies.currency());
        return "marketing/plan/campaigns";
    }

    /** What the figure is about, in words. */
    private String about(Viewer viewer, PlanPage plan, PlanCut cut) {
        List<String> words = new ArrayList<>();
        Integer month = cut.month();
        if (month != null) {
            words.add(
                    switch (month) {
                        case PlanFact.BEFORE -> text("marketing.plan.before");
                        case PlanFact.AFTER -> text("marketing.plan.after");
                        default -> format.month(YearMonth.of(plan.year(), month));
                    });
        }
        if (cut.quarter() != null) {
            words.add(text("marketing.plan.quarter", cut.quarter()) + " " + plan.year());
        }
        if (cut.region() != null) {
            words.add(cut.region().isEmpty() ? text("marketing.plan.noRegion") : cut.region());
        }
        Long method = cut.method();
        if (method != null) {
            words.add(method == 0 ? text("marketing.plan.noMethod") : plans.method(viewer, method));
        }
        return words.isEmpty() ? String.valueOf(plan.year()) : String.join(" · ", words);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
