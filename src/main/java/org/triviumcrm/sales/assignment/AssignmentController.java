package org.triviumcrm.sales.assignment;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's rules for new opportunities. */
@Controller
class AssignmentController {

    private static final String RULES = "redirect:/administration/assignment";

    private final AssignmentService rules;
    private final AssignmentForms forms;
    private final EditConflicts conflicts;

    AssignmentController(AssignmentService rules, AssignmentForms forms, EditConflicts conflicts) {
        this.rules = rules;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/assignment")
    String list(Viewer viewer, Model model) {
        forms.list(viewer, model, rules.all(viewer));
        return "sales/assignment/list";
    }

    @CanManageAssignment
    @GetMapping("/administration/assignment/new")
    String blank(Viewer viewer, Model model) {
        SaveAssignmentRule blank = SaveAssignmentRule.blank();
        model.addAttribute("input", blank);
        return forms.form(viewer, model, blank, 0);
    }

    @CanManageAssignment
    @PostMapping("/administration/assignment")
    String create(
            @Valid @ModelAttribute("input") SaveAssignmentRule input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(forms.form(viewer, model, input, 0));
        }
        rules.create(viewer, input);
        return done(flash, "sales.assignment.saved");
    }

    @GetMapping("/administration/assignment/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveAssignmentRule saved = rules.find(viewer, id);
        model.addAttribute("input", saved);
        return forms.form(viewer, model, saved, id);
    }

    @CanManageAssignment
    @PostMapping("/administration/assignment/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveAssignmentRule input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(forms.form(viewer, model, input, id));
        }
        try {
            rules.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            SaveAssignmentRule saved = rules.find(viewer, id);
            int version = saved.version() == null ? 0 : saved.version();
            String form = forms.form(viewer, model, saved, id);
            return conflicts.show(model, "assignment_rule", id, version, saved, input, form, AssignmentForms.SETS);
        }
        return done(flash, "sales.assignment.saved");
    }

    @PostMapping("/administration/assignment/{id:\\d+}/place")
    String move(@PathVariable long id, @RequestParam int step, Viewer viewer) {
        rules.move(viewer, id, step);
        return RULES;
    }

    @PostMapping("/administration/assignment/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        rules.remove(viewer, id);
        return done(flash, "sales.assignment.removed");
    }

    private boolean isRefused(Viewer viewer, SaveAssignmentRule input, long id, BindingResult errors) {
        if (!errors.hasFieldErrors("name") && rules.isNameTaken(viewer, input.name(), id)) {
            say(errors, "name", input.name(), "sales.assignment.error.nameTaken");
        }
        boolean toPerson = input.target() == AssignmentTarget.PERSON;
        if (toPerson && input.personId() == null && !errors.hasFieldErrors("personId")) {
            say(errors, "personId", null, "sales.assignment.error.person");
        }
        boolean toTeam = input.target() == null || input.target().ofTeam();
        if (toTeam && input.teamId() == null && !errors.hasFieldErrors("teamId") && !errors.hasFieldErrors("target")) {
            say(errors, "teamId", null, "sales.assignment.error.team");
        }
        return errors.hasErrors();
    }

    /** Also where another value can't be read, so that the errors know no input. */
    private static void say(BindingResult errors, String field, @Nullable String typed, String key) {
        errors.addError(new FieldError(errors.getObjectName(), field, typed, false, new String[] {key}, null, null));
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return RULES;
    }
}
