package org.triviumcrm.approval.flow;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The flows of the company. */
@Controller
class FlowController {

    private final FlowService flows;
    private final FlowPageService pages;
    private final FlowEditorService editors;

    FlowController(FlowService flows, FlowPageService pages, FlowEditorService editors) {
        this.flows = flows;
        this.pages = pages;
        this.editors = editors;
    }

    @GetMapping("/administration/approvals")
    String list(Viewer viewer, Model model) {
        model.addAttribute("groups", pages.groups(viewer));
        model.addAttribute("templates", pages.templates(viewer));
        return "approval/flow/list";
    }

    @GetMapping("/administration/approvals/new")
    String blank(@RequestParam(required = false) @Nullable String template, Viewer viewer, Model model) {
        FlowForm form = editors.blank(viewer, template);
        model.addAttribute("flowForm", form);
        model.addAttribute("editor", editors.editor(viewer, 0, form));
        return "approval/flow/edit";
    }

    @CanManageFlows
    @PostMapping("/administration/approvals")
    String create(
            @Valid @ModelAttribute("flowForm") FlowForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        form.check(editors.fields(viewer, form), errors);
        if (!errors.hasErrors()) {
            try {
                long id = flows.create(viewer, form);
                flash.addFlashAttribute("notice", "approval.flow.saved");
                return "redirect:/administration/approvals/" + id + ("trial".equals(then) ? "/trial" : "");
            } catch (FlowRefusal refusal) {
                refusal.tell(errors);
            }
        }
        model.addAttribute("editor", editors.editor(viewer, 0, form));
        return Rejected.with("approval/flow/edit");
    }

    @GetMapping("/administration/approvals/{id}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("page", pages.page(viewer, id));
        return "approval/flow/show";
    }

    @PostMapping("/administration/approvals/{id}/place")
    String move(@PathVariable long id, @RequestParam int step, Viewer viewer) {
        flows.move(viewer, id, step);
        return "redirect:/administration/approvals";
    }

    @PostMapping("/administration/approvals/{id}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            flows.delete(viewer, id);
            flash.addFlashAttribute("notice", "approval.flow.removed");
            return "redirect:/administration/approvals";
        } catch (FlowRefusal refusal) {
            flash.addFlashAttribute("problem", refusal.key());
            return "redirect:/administration/approvals/" + id;
        }
    }
}
