package org.triviumcrm.support.portal;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.queue.QueueService;

/** The administrator's page of the portal. */
@Controller
class PortalSettingController {

    private static final String PATH = "/administration/portal";

    private final PortalSettingService settings;
    private final QueueService queues;

    PortalSettingController(PortalSettingService settings, QueueService queues) {
        this.settings = settings;
        this.queues = queues;
    }

    @CanManagePortal
    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        PortalSettings input = settings.settings(viewer);
        model.addAttribute("input", input);
        return form(viewer, input, model);
    }

    @CanManagePortal
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") PortalSettings input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()
                && input.queueId() != null
                && queues.choices(viewer, null).stream()
                        .noneMatch(queue -> input.queueId().equals(queue.value()))) {
            errors.rejectValue("queueId", "support.portal.error.queue");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, input, model));
        }
        settings.change(viewer, input);
        flash.addFlashAttribute("notice", "support.portal.saved");
        return "redirect:" + PATH;
    }

    private String form(Viewer viewer, PortalSettings input, Model model) {
        model.addAttribute("queues", queues.choices(viewer, input.queueId()));
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(PortalArea.PATH)
                        .toUriString());
        return "support/portal/settings";
    }
}
