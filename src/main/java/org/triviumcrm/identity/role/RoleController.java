package org.triviumcrm.identity.role;

import jakarta.validation.Valid;
import java.util.Objects;
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
import org.triviumcrm.identity.AccessLevel;
import org.triviumcrm.identity.CanManageRoles;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** Roles and what they may do: a matrix of permissions, and how far one sees for each kind of record. */
@Controller
@RequestMapping("/administration/roles")
class RoleController {

    private static final String LIST = "redirect:/administration/roles";

    private final RoleService roles;
    private final Rights rights;
    private final EditConflicts conflicts;

    RoleController(RoleService roles, Rights rights, EditConflicts conflicts) {
        this.conflicts = conflicts;
        this.roles = roles;
        this.rights = rights;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("roles", roles.rows(viewer));
        return "identity/role/list";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("input", roles.blank(viewer));
        return form(model);
    }

    @CanManageRoles
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") EditRole input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                roles.create(viewer, input);
                after.addFlashAttribute("notice", "identity.role.created");
                after.addFlashAttribute("noticeArgument", input.getName());
                return LIST;
            } catch (RoleRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(model));
    }

    @GetMapping("/{id}")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", roles.find(viewer, id));
        model.addAttribute("id", id);
        return form(model);
    }

    @CanManageRoles
    @PostMapping("/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") EditRole input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                roles.edit(viewer, id, input);
                after.addFlashAttribute("notice", "identity.role.saved");
                return LIST;
            } catch (RoleRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                EditRole saved = roles.find(viewer, id);
                model.addAttribute("id", id);
                int version = Objects.requireNonNull(saved.getVersion());
                return conflicts.show(model, "role", id, version, saved, input, form(model));
            }
        }
        model.addAttribute("id", id);
        return Rejected.with(form(model));
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes after) {
        try {
            roles.remove(viewer, id);
            after.addFlashAttribute("notice", "identity.role.removed");
        } catch (RoleRefusal refusal) {
            after.addFlashAttribute("problem", refusal.key());
        }
        return LIST;
    }

    private String form(Model model) {
        model.addAttribute("rights", rights);
        model.addAttribute("levels", AccessLevel.values());
        return "identity/role/form";
    }
}
