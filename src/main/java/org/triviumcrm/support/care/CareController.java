package org.triviumcrm.support.care;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The forms of plans of care. */
@Controller
class CareController {

    static final String PATH = "/support/care";

    private static final int CHOICES = 20;

    private final CareService plans;
    private final CareForms forms;
    private final EditConflicts conflicts;
    private final People people;
    private final Format format;

    CareController(CareService plans, CareForms forms, EditConflicts conflicts, People people, Format format) {
        this.plans = plans;
        this.forms = forms;
        this.conflicts = conflicts;
        this.people = people;
        this.format = format;
    }

    /** @param copy a plan whose lines it begins with */
    @CanManageCare
    @GetMapping(PATH + "/new")
    String blank(@RequestParam(required = false) @Nullable Long copy, Viewer viewer, Model model) {
        SaveCarePlan plan = copy == null ? new SaveCarePlan() : SaveCarePlan.of(plans.find(viewer, copy));
        LocalDate next = format.today().plusMonths(1).withDayOfMonth(1);
        plan.setStartsOn(next);
        plan.setEndsOn(next.plusYears(1).minusDays(1));
        plan.setOwnerId(viewer.personId());
        plan.setVersion(0);
        model.addAttribute("plan", plan);
        return forms.form(viewer, model, plan, 0);
    }

    @CanManageCare
    @PostMapping(PATH)
    String create(
            @Valid @ModelAttribute("plan") SaveCarePlan plan,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        forms.check(viewer, plan, errors);
        if (errors.hasErrors()) {
            return Rejected.with(forms.form(viewer, model, plan, 0));
        }
        return done(plans.create(viewer, plan), "support.care.saved", flash);
    }

    @CanManageCare
    @GetMapping(PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveCarePlan plan = SaveCarePlan.of(plans.find(viewer, id));
        model.addAttribute("plan", plan);
        return forms.form(viewer, model, plan, id);
    }

    @CanManageCare
    @PostMapping(PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("plan") SaveCarePlan plan,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        plans.find(viewer, id);
        forms.check(viewer, plan, errors);
        if (!errors.hasErrors()) {
            try {
                plans.update(viewer, id, plan);
                return done(id, "support.care.saved", flash);
            } catch (ObjectOptimisticLockingFailureException e) {
                SaveCarePlan now = SaveCarePlan.of(plans.find(viewer, id));
                String view = forms.form(viewer, model, plan, id);
                return conflicts.show(model, CareHistory.TABLE, id, now.getVersion(), now, plan, view);
            } catch (CareRefusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(forms.form(viewer, model, plan, id));
    }

    /** Answers the picker of who is in charge. */
    @CanManageCare
    @GetMapping(PATH + "/people")
    @ResponseBody
    List<Option> people(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.permitted(viewer, "customer.activity.log", q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + PATH + "/" + id;
    }
}
