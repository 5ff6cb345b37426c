package org.triviumcrm.approval.absence;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
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
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Cases that do not go on by themselves, and asking somebody else. */
@Controller
@RequestMapping("/approvals")
class StuckController {

    private final StuckService stuck;

    StuckController(StuckService stuck) {
        this.stuck = stuck;
    }

    @GetMapping("/stuck")
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", stuck.stuck(viewer));
        model.addAttribute("warnings", stuck.warnings(viewer));
        return "approval/absence/stuck";
    }

    @GetMapping("/tasks/{id:\\d+}/reassignment")
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("reassignment", new ReassignTask(null, null));
        return form(id, htmx, viewer, model);
    }

    @CanSeeCases
    @PostMapping("/tasks/{id:\\d+}/reassignment")
    String reassign(
            @PathVariable long id,
            @Valid @ModelAttribute("reassignment") ReassignTask reassignment,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                stuck.reassign(viewer, id, reassignment);
                flash.addFlashAttribute("notice", "approval.stuck.reassigned");
                return "redirect:/approvals/stuck";
            } catch (Refusal e) {
                e.tell(errors);
            }
        }
        model.addAttribute("personName", stuck.name(viewer, reassignment.personId()));
        return Rejected.with(form(id, htmx, viewer, model));
    }

    private String form(long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("task", stuck.asked(viewer, id));
        return Part.of(htmx, "approval/absence/reassign");
    }
}
