package org.triviumcrm.marketing.plan;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The form of how a year's money is divided, line by line. */
@Controller
class PlanLineController {

    private static final int QUARTERS = 4;

    /** Empty lines below those that are there. */
    private static final int MORE = 4;

    private final PlanService plans;
    private final TermService terms;
    private final Companies companies;
    private final MessageSource messages;

    PlanLineController(PlanService plans, TermService terms, Companies companies, MessageSource messages) {
        this.plans = plans;
        this.terms = terms;
        this.companies = companies;
        this.messages = messages;
    }

    @CanEditPlans
    @GetMapping(PlanList.PATH + "/{id:\\d+}/lines/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        PlanPage plan = plans.page(viewer, id);
        SavePlanLines form = new SavePlanLines();
        List<PlanLineRow> rows = plans.lines(viewer, id);
        rows.forEach(row -> form.getLines().add(row.toInput()));
        form.setVersion(plan.version());
        model.addAttribute("money", form);
        return form(viewer, model, plan, form, rows, htmx);
    }

    @CanEditPlans
    @PostMapping(PlanList.PATH + "/{id:\\d+}/lines")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("money") SavePlanLines money,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PlanPage plan = plans.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                plans.divide(viewer, id, money);
                flash.addFlashAttribute("notice", "marketing.plan.saved");
                return "redirect:" + PlanList.PATH + "/" + id;
            } catch (ObjectOptimisticLockingFailureException e) {
                errors.reject("marketing.plan.error.changed");
                money.setVersion(plan.version());
            } catch (PlanRefusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, plan, money, plans.lines(viewer, id), htmx));
    }

    private String form(
            Viewer viewer, Model model, PlanPage plan, SavePlanLines form, List<PlanLineRow> rows, HtmxRequest htmx) {
        List<SavePlanLine> lines = form.getLines();
        int used = (int) lines.stream().filter(line -> !line.isBlank()).count();
        while (lines.size() < Math.min(SavePlanLines.MOST, used + MORE)) {
            SavePlanLine line = new SavePlanLine();
            line.setQuarter(lines.size() % QUARTERS + 1);
            lines.add(line);
        }
        model.addAttribute("plan", plan);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("quarters", quarters());
        model.addAttribute("regions", plans.regions(viewer));
        model.addAttribute("methods", methods(viewer, rows));
        return Part.of(htmx, "marketing/plan/lines");
    }

    private List<Option> quarters() {
        return IntStream.rangeClosed(1, QUARTERS)
                .mapToObj(number -> new Option(
                        number,
                        messages.getMessage(
                                "marketing.plan.quarter", new Object[] {number}, LocaleContextHolder.getLocale())))
                .toList();
    }

    /** Those that can be chosen, and the retired ones that stand in the plan. */
    private List<Option> methods(Viewer viewer, List<PlanLineRow> rows) {
        List<Option> all = new ArrayList<>(terms.choices(viewer, TermKind.METHOD, null));
        for (PlanLineRow row : rows) {
            Long id = row.methodId();
            String name = row.method();
            if (id != null
                    && name != null
                    && all.stream().noneMatch(option -> option.value().equals(id))) {
                all.add(new Option(id, name));
            }
        }
        return all;
    }
}
