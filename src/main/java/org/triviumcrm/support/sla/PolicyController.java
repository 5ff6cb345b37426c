package org.triviumcrm.support.sla;

import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's policies: what is promised to customers. */
@Controller
@RequestMapping(PolicyController.PATH)
class PolicyController {

    static final String PATH = "/administration/promises";

    private final SlaPolicyService policies;
    private final PolicyForms forms;
    private final EditConflicts conflicts;

    PolicyController(SlaPolicyService policies, PolicyForms forms, EditConflicts conflicts) {
        this.policies = policies;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", forms.rows(policies.all(viewer)));
        return "support/sla/list";
    }

    @CanManagePromises
    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        PolicyForm form = PolicyForm.blank();
        model.addAttribute("policyForm", form);
        return forms.form(viewer, model, form, 0);
    }

    @CanManagePromises
    @PostMapping
    String create(
            @Valid @ModelAttribute("policyForm") PolicyForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Map<String, ConditionField> fields = forms.fields();
        if (isRefused(viewer, form, 0, fields, errors)) {
            return Rejected.with(forms.form(viewer, model, form, 0));
        }
        policies.create(viewer, form, fields);
        return done(flash, "support.sla.saved");
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        PolicyForm form = policies.find(viewer, id, forms.fields());
        model.addAttribute("policyForm", form);
        return forms.form(viewer, model, form, id);
    }

    @CanManagePromises
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("policyForm") PolicyForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Map<String, ConditionField> fields = forms.fields();
        policies.find(viewer, id, fields);
        if (isRefused(viewer, form, id, fields, errors)) {
            return Rejected.with(forms.form(viewer, model, form, id));
        }
        try {
            policies.update(viewer, id, form, fields);
        } catch (ObjectOptimisticLockingFailureException e) {
            PolicyForm now = policies.find(viewer, id, fields);
            int version = now.getVersion() == null ? 0 : now.getVersion();
            String view = forms.form(viewer, model, form, id);
            return conflicts.show(model, PolicyHistory.TABLE, id, version, now, form, view);
        }
        return done(flash, "support.sla.saved");
    }

    @PostMapping("/{id:\\d+}/place")
    String move(@PathVariable long id, @RequestParam int step, Viewer viewer) {
        policies.move(viewer, id, step);
        return "redirect:" + PATH;
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        policies.remove(viewer, id);
        return done(flash, "support.sla.removed");
    }

    private boolean isRefused(
            Viewer viewer, PolicyForm form, long id, Map<String, ConditionField> fields, BindingResult errors) {
        form.check(fields, errors);
        if (!errors.hasFieldErrors("name") && policies.isNameTaken(viewer, form.getName(), id)) {
            errors.rejectValue("name", "support.sla.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + PATH;
    }
}
