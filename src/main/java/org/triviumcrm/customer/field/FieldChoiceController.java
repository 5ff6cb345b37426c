package org.triviumcrm.customer.field;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;

/** What can be chosen in a custom field. */
@Controller
@RequestMapping(FieldController.PATH + "/{customFieldId:\\d+}/choices")
class FieldChoiceController {

    private final FieldService fields;
    private final EditConflicts conflicts;

    FieldChoiceController(FieldService fields, EditConflicts conflicts) {
        this.fields = fields;
        this.conflicts = conflicts;
    }

    @GetMapping("/new")
    String blank(@PathVariable("customFieldId") long fieldId, Viewer viewer, Model model) {
        model.addAttribute(
                "input", SaveFieldChoice.empty(fields.choices(viewer, fieldId).size() + 1));
        return form(viewer, model, fieldId, 0);
    }

    @CanManageFields
    @PostMapping
    String create(
            @PathVariable("customFieldId") long fieldId,
            @Valid @ModelAttribute("input") SaveFieldChoice input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = form(viewer, model, fieldId, 0);
        if (isRefused(viewer, fieldId, 0, input, errors)) {
            return Rejected.with(form);
        }
        fields.add(viewer, fieldId, input);
        return done(fieldId, flash);
    }

    @GetMapping("/{customChoiceId:\\d+}/edit")
    String edit(
            @PathVariable("customFieldId") long fieldId,
            @PathVariable("customChoiceId") long id,
            Viewer viewer,
            Model model) {
        model.addAttribute("input", SaveFieldChoice.of(fields.choice(viewer, fieldId, id)));
        return form(viewer, model, fieldId, id);
    }

    @CanManageFields
    @PostMapping("/{customChoiceId:\\d+}")
    String update(
            @PathVariable("customFieldId") long fieldId,
            @PathVariable("customChoiceId") long id,
            @Valid @ModelAttribute("input") SaveFieldChoice input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        fields.choice(viewer, fieldId, id);
        String form = form(viewer, model, fieldId, id);
        if (isRefused(viewer, fieldId, id, input, errors)) {
            return Rejected.with(form);
        }
        try {
            fields.update(viewer, fieldId, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            CustomChoice now = fields.choice(viewer, fieldId, id);
            return conflicts.show(model, "custom_choice", id, now.getVersion(), SaveFieldChoice.of(now), input, form);
        }
        return done(fieldId, flash);
    }

    private boolean isRefused(Viewer viewer, long fieldId, long id, SaveFieldChoice input, BindingResult errors) {
        if (!errors.hasErrors()
                && fields.choices(viewer, fieldId).stream()
                        .anyMatch(
                                other -> other.getId() != id && other.getName().equalsIgnoreCase(input.name()))) {
            errors.rejectValue("name", "customer.field.choice.error.taken");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, long fieldId, long id) {
        CustomField field = fields.find(viewer, fieldId);
        if (!field.getKind().isChosen()) {
            throw new NotFound();
        }
        model.addAttribute("field", field);
        model.addAttribute("id", id);
        return "customer/field/choice";
    }

    private static String done(long fieldId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "customer.field.saved");
        return "redirect:" + FieldController.PATH + "/" + fieldId + "/edit";
    }
}
