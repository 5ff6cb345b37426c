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

/** The administrator's types of tickets, with the form for a new one below them. */
@Controller
@RequestMapping(TypeController.PATH)
class TypeController {

    static final String PATH = "/administration/ticket-types";

    private final TypeService types;
    private final EditConflicts conflicts;

    TypeController(TypeService types, EditConflicts conflicts) {
        this.types = types;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("input", new SaveType("", true, false, null));
        return page(viewer, model, 0);
    }

    @CanManageTicketTypes
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveType input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        return done(types.create(viewer, input.name(), input.isOpen()), flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveType.of(types.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageTicketTypes
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveType input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TicketType saved = types.find(viewer, id);
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            types.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            TicketType now = types.find(viewer, saved.getId());
            String page = page(viewer, model, id);
            return conflicts.show(model, "ticket_type", id, now.getVersion(), SaveType.of(now), input, page);
        }
        return done(id, flash);
    }

    private boolean isRefused(Viewer viewer, SaveType input, long id, BindingResult errors) {
        if (!errors.hasErrors() && types.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "support.type.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("types", types.all(viewer));
        model.addAttribute("fields", types.fields(viewer, id == 0 ? null : id));
        return "support/type/list";
    }

    private static String done(long id, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.type.saved");
        return "redirect:" + PATH + "/" + id + "/edit";
    }
}
