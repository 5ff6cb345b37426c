package org.triviumcrm.approval.flow;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Switches flows on and off. */
@Controller
class FlowActivationController {

    private final FlowActivationService activations;
    private final FlowPageService pages;

    FlowActivationController(FlowActivationService activations, FlowPageService pages) {
        this.activations = activations;
        this.pages = pages;
    }

    /** Says what switching on will do, and what still hinders it. */
    @GetMapping("/administration/approvals/{id}/activation")
    String ask(@PathVariable long id, HtmxRequest request, Viewer viewer, Model model) {
        FlowPage page = pages.page(viewer, id);
        model.addAttribute("page", page);
        return page.draft() == null
                ? "redirect:/administration/approvals/" + id
                : Part.of(request, "approval/flow/activation");
    }

    @PostMapping("/administration/approvals/{id}/activation")
    String switchOn(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long draft,
            @RequestParam(required = false) @Nullable Integer version,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        try {
            activations.switchOn(viewer, id, draft, version);
            flash.addFlashAttribute("notice", "approval.flow.on");
            return "redirect:/administration/approvals/" + id;
        } catch (FlowRefusal refusal) {
            model.addAttribute("page", pages.page(viewer, id));
            return Rejected.with("approval/flow/activation");
        } catch (ObjectOptimisticLockingFailureException e) {
            FlowVersion latest = pages.latest(viewer, id);
            model.addAttribute("page", pages.page(viewer, id));
            model.addAttribute("overtaken", latest);
            model.addAttribute(
                    "overtakenBy",
                    latest == null
                            ? null
                            : pages.name(viewer, latest.isDraft() ? latest.updatedBy() : latest.activatedBy()));
            return Rejected.with("approval/flow/show", HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/administration/approvals/{id}/retirement")
    String switchOff(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        activations.switchOff(viewer, id);
        flash.addFlashAttribute("notice", "approval.flow.off");
        return "redirect:/administration/approvals/" + id;
    }
}
