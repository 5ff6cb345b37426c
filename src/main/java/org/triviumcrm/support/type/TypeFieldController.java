package org.triviumcrm.support.type;

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
import org.triviumcrm.shared.web.Rejected;

/** What a type of ticket asks for. */
@Controller
@RequestMapping(TypeController.PATH + "/{typeId:\\d+}/fields")
class TypeFieldController {

    private final TypeService types;
    private final EditConflicts conflicts;

    TypeFieldController(TypeService types, EditConflicts conflicts) {
        this.types = types;
        this.conflicts = conflicts;
    }

    @GetMapping("/new")
    String blank(@PathVariable long typeId, Viewer viewer, Model model) {
        model.addAttribute("input", SaveTypeField.empty());
        return form(viewer, model, typeId, 0);
    }

    @CanManageTicketTypes
    @PostMapping
    String create(
            @PathVariable long typeId,
            @Valid @ModelAttribute("input") SaveTypeField input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = form(viewer, model, typeId, 0);
        if (isRefused(viewer, typeId, 0, input, errors)) {
            return Rejected.with(form);
        }
        types.ask(viewer, typeId, input);
        return done(typeId, flash);
    }

    @GetMapping("/{fieldId:\\d+}/edit")
    String edit(@PathVariable long typeId, @PathVariable long fieldId, Viewer viewer, Model model) {
        model.addAttribute("input", SaveTypeField.of(types.field(viewer, typeId, fieldId)));
        return form(viewer, model, typeId, fieldId);
    }

    @CanManageTicketTypes
    @PostMapping("/{fieldId:\\d+}")
    String update(
            @PathVariable long typeId,
            @PathVariable long fieldId,
            @Valid @ModelAttribute("input") SaveTypeField input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TypeField saved = types.field(viewer, typeId, fieldId);
        String form = form(viewer, model, typeId, fieldId);
        if (isRefused(viewer, typeId, fieldId, input, errors)) {
            return Rejected.with(form);
        }
        try {
            types.update(viewer, typeId, fieldId, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            SaveTypeField now = SaveTypeField.of(types.field(viewer, typeId, fieldId));
            return conflicts.show(model, "ticket_type_field", fieldId, saved.getVersion(), now, input, form);
        }
        return done(typeId, flash);
    }

    private boolean isRefused(Viewer viewer, long typeId, long id, SaveTypeField input, BindingResult errors) {
        if (errors.hasErrors()) {
            return true;
        }
        if (types.isAsked(viewer, typeId, input.name(), id)) {
            errors.rejectValue("name", "support.type.field.error.nameTaken");
        }
        boolean choice = input.kind() == AnswerKind.CHOICE;
        if (choice && input.lines().isEmpty()) {
            errors.rejectValue("choices", "support.type.field.error.choices");
        }
        if (choice && input.lines().stream().anyMatch(line -> line.length() > SaveTypeField.LONGEST_CHOICE)) {
            errors.rejectValue("choices", "support.type.field.error.longChoice");
        }
        return errors.hasErrors();
    }

    private String form(Viewer viewer, Model model, long typeId, long id) {
        model.addAttribute("type", types.find(viewer, typeId));
        model.addAttribute("id", id);
        model.addAttribute("kinds", AnswerKind.values());
        return "support/type/field";
    }

    private static String done(long typeId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.type.field.saved");
        return "redirect:" + TypeController.PATH + "/" + typeId + "/edit";
    }
}
