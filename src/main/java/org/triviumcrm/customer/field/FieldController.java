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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's custom fields, one kind of record at a time. */
@Controller
@RequestMapping(FieldController.PATH)
class FieldController {

    static final String PATH = "/administration/fields";

    private final FieldService fields;
    private final EditConflicts conflicts;

    FieldController(FieldService fields, EditConflicts conflicts) {
        this.fields = fields;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "customer") String of, Viewer viewer, Model model) {
        model.addAttribute("of", of);
        model.addAttribute("nouns", fields.nouns(viewer));
        model.addAttribute("fields", fields.of(viewer, of));
        return "customer/field/list";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "customer") String of, Viewer viewer, Model model) {
        model.addAttribute("input", SaveField.empty(of, fields.nextPosition(viewer, of)));
        return form(viewer, model, 0);
    }

    @CanManageFields
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveField input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        check(viewer, input, 0, errors);
        if (!errors.hasErrors() && input.kind().isChosen() && input.named().isEmpty()) {
            errors.rejectValue("choices", "customer.field.error.choices");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, 0));
        }
        fields.create(viewer, input);
        flash.addFlashAttribute("notice", "customer.field.saved");
        return "redirect:" + PATH + "?of=" + input.noun();
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveField.of(fields.find(viewer, id)));
        return form(viewer, model, id);
    }

    @CanManageFields
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveField input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String noun = fields.find(viewer, id).getNoun();
        check(viewer, input, id, errors);
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, id));
        }
        try {
            fields.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            CustomField now = fields.find(viewer, id);
            String form = form(viewer, model, id);
            return conflicts.show(model, "custom_field", id, now.getVersion(), SaveField.of(now), input, form);
        }
        flash.addFlashAttribute("notice", "customer.field.saved");
        return "redirect:" + PATH + "?of=" + noun;
    }

    private void check(Viewer viewer, SaveField input, long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return;
        }
        if (!fields.nouns(viewer).contains(input.noun())) {
            errors.rejectValue("noun", "form.choose");
        } else if (id == 0 && fields.of(viewer, input.noun()).size() >= FieldMaker.MOST) {
            errors.reject("customer.field.error.many", new Object[] {FieldMaker.MOST}, null);
        }
        if (input.name() == null && input.chinese() == null) {
            errors.rejectValue("name", "customer.field.error.name");
        }
        if (input.kind() == FieldKind.RECORD && !fields.targets(viewer).contains(String.valueOf(input.target()))) {
            errors.rejectValue("target", "customer.field.error.target");
        }
        boolean longChoice = input.named().stream()
                .anyMatch(choice -> choice.name().length() > SaveField.LONGEST_CHOICE
                        || choice.chinese() != null && choice.chinese().length() > SaveField.LONGEST_CHOICE);
        if (longChoice) {
            errors.rejectValue("choices", "customer.field.error.longChoice");
        }
        String initial = errors.hasErrors() ? null : fields.wrongInitial(viewer, id, input);
        if (initial != null) {
            errors.rejectValue("initial", initial);
        }
    }

    private String form(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("nouns", fields.nouns(viewer));
        model.addAttribute("targets", fields.targets(viewer));
        model.addAttribute("kinds", FieldKind.values());
        model.addAttribute("back", PATH);
        if (id != 0) {
            CustomField field = fields.find(viewer, id);
            model.addAttribute("back", PATH + "?of=" + field.getNoun());
            model.addAttribute("field", field);
            model.addAttribute("choices", fields.choices(viewer, id));
        }
        return "customer/field/form";
    }
}
