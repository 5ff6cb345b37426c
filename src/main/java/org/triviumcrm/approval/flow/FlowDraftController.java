package org.triviumcrm.approval.flow;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
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

/** The draft of a flow: one at a time, which all administrators share. */
@Controller
class FlowDraftController {

    private final FlowService flows;
    private final FlowEditorService editors;
    private final FlowVersionService versions;

    FlowDraftController(FlowService flows, FlowEditorService editors, FlowVersionService versions) {
        this.flows = flows;
        this.editors = editors;
        this.versions = versions;
    }

    @GetMapping("/administration/approvals/{id}/draft")
    String edit(@PathVariable long id, @RequestParam(required = false) boolean check, Viewer viewer, Model model) {
        FlowForm form = editors.draft(viewer, id);
        if (form == null) {
            return "redirect:/administration/approvals/" + id;
        }
        if (check) {
            form.tell(editors.fields(viewer, form));
            model.addAttribute("check", true);
        }
        model.addAttribute("flowForm", form);
        return form(viewer, id, form, model);
    }

    @CanManageFlows
    @PostMapping("/administration/approvals/{id}/draft")
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("flowForm") FlowForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String then,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        form.check(editors.fields(viewer, form), errors);
        if (!errors.hasErrors()) {
            try {
                flows.save(viewer, id, form);
                flash.addFlashAttribute("notice", "approval.flow.saved");
                return "redirect:/administration/approvals/" + id + ("trial".equals(then) ? "/trial" : "");
            } catch (FlowRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                model.addAttribute("conflict", versions.conflict(viewer, id, form));
                return Rejected.with(form(viewer, id, form, model), HttpStatus.CONFLICT);
            }
        }
        return Rejected.with(form(viewer, id, form, model));
    }

    /** A draft of what is active. */
    @PostMapping("/administration/approvals/{id}/drafts")
    String begin(@PathVariable long id, Viewer viewer) {
        flows.begin(viewer, id);
        return "redirect:/administration/approvals/" + id + "/draft";
    }

    @PostMapping("/administration/approvals/{id}/draft/removal")
    String discard(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        boolean left = flows.discard(viewer, id);
        flash.addFlashAttribute("notice", "approval.flow.discarded");
        return left ? "redirect:/administration/approvals/" + id : "redirect:/administration/approvals";
    }

    private String form(Viewer viewer, long id, FlowForm form, Model model) {
        model.addAttribute("editor", editors.editor(viewer, id, form));
        return "approval/flow/edit";
    }
}
