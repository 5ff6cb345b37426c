package org.triviumcrm.marketing.plan;

import jakarta.validation.Valid;
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
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** A plan's page and its forms. */
@Controller
class PlanController {

    private final PlanService plans;
    private final PlanFigureService figures;
    private final PlanCharts charts;
    private final EditConflicts conflicts;
    private final Companies companies;
    private final People people;
    private final Format format;

    PlanController(
            PlanService plans,
            PlanFigureService figures,
            PlanCharts charts,
            EditConflicts conflicts,
            Companies companies,
            People people,
            Format format) {
        this.plans = plans;
        this.figures = figures;
        this.charts = charts;
        this.conflicts = conflicts;
        this.companies = companies;
        this.people = people;
        this.format = format;
    }

    @GetMapping(PlanList.PATH + "/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        PlanPage plan = plans.page(viewer, id);
        PlanFigures found = figures.of(viewer, plan);
        model.addAttribute("plan", plan);
        model.addAttribute("found", found);
        model.addAttribute("currency", companies.currency());
        model.addAttribute("bars", charts.bars(found.months()));
        return "marketing/plan/show";
    }

    @CanEditPlans
    @GetMapping(PlanList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        int year = format.today().plusMonths(3).getYear(); // plans are made in the last quarter for the next year
        return form(model, 0, new SavePlan("", year, null, null, null, null, null, viewer.personId(), null, 0));
    }

    @CanEditPlans
    @PostMapping(PlanList.PATH)
    String create(
            @Valid @ModelAttribute("plan") SavePlan plan,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(model, 0, plan));
        }
        long id = plans.create(viewer, plan);
        flash.addFlashAttribute("notice", "marketing.plan.created");
        return "redirect:" + PlanList.PATH + "/" + id;
    }

    @CanEditPlans
    @GetMapping(PlanList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        return form(model, id, plans.page(viewer, id).toInput());
    }

    @CanEditPlans
    @PostMapping(PlanList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("plan") SavePlan plan,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        plans.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(form(model, id, plan));
        }
        try {
            plans.update(viewer, id, plan);
        } catch (ObjectOptimisticLockingFailureException e) {
            PlanPage now = plans.page(viewer, id);
            String form = form(model, id, plan);
            return conflicts.show(model, PlanHistory.TABLE, id, now.version(), now.toInput(), plan, form);
        }
        flash.addFlashAttribute("notice", "marketing.plan.saved");
        return "redirect:" + PlanList.PATH + "/" + id;
    }

    private String form(Model model, long id, SavePlan said) {
        model.addAttribute("id", id);
        if (!model.containsAttribute("plan")) {
            model.addAttribute("plan", said);
        }
        model.addAttribute("currency", companies.currency());
        Long owner = said.ownerId();
        model.addAttribute(
                "ownerName",
                owner == null ? null : people.find(owner).map(PersonRef::name).orElse(null));
        return "marketing/plan/form";
    }
}
