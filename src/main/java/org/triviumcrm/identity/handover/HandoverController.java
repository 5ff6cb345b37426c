package org.triviumcrm.identity.handover;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** Handing over the work of a person who leaves: who takes what, a look at the numbers, and what became of it. */
@Controller
class HandoverController {

    private final HandoverService handovers;
    private final Clock clock;

    HandoverController(HandoverService handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    @GetMapping("/administration/people/{id:\\d+}/handover")
    String form(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("work", new HandOverWork());
        handovers.latest(viewer, id).ifPresent(last -> model.addAttribute("last", last));
        return page(id, false, handovers.held(viewer, id), viewer, model);
    }

    /** The numbers before anything is done; or back to the choice. */
    @CanManagePeople
    @PostMapping("/administration/people/{id:\\d+}/handover/preview")
    String preview(
            @PathVariable long id,
            @Valid @ModelAttribute("work") HandOverWork work,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        if (errors.hasErrors()) {
            return Rejected.with(page(id, false, handovers.held(viewer, id), viewer, model));
        }
        return page(id, true, handovers.preview(viewer, id, work), viewer, model);
    }

    @CanManagePeople
    @PostMapping("/administration/people/{id:\\d+}/handover")
    String start(
            @PathVariable long id,
            @Valid @ModelAttribute("work") HandOverWork work,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                return "redirect:/administration/handovers/" + handovers.start(viewer, id, work);
            } catch (Refusal refusal) {
                errors.reject(refusal.key());
                return Rejected.with(page(id, true, handovers.preview(viewer, id, work), viewer, model));
            }
        }
        return Rejected.with(page(id, false, handovers.held(viewer, id), viewer, model));
    }

    @GetMapping("/administration/handovers/{id:\\d+}")
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        Handover handover = handovers.handover(viewer, id);
        model.addAttribute("handover", handover);
        model.addAttribute("waiting", handovers.waiting(viewer, handover));
        model.addAttribute("undoable", handover.mayBeUndone(clock.instant()));
        model.addAttribute("own", handover.byPersonId() == viewer.personId());
        return Part.of(htmx, "identity/handover/show");
    }

    @PostMapping("/administration/handovers/{id:\\d+}/undo")
    String undo(@PathVariable long id, Viewer viewer) {
        handovers.undo(viewer, id);
        return "redirect:/administration/handovers/" + id;
    }

    @PostMapping("/administration/handovers/{id:\\d+}/going-on")
    String goOn(@PathVariable long id, Viewer viewer) {
        handovers.goOn(viewer, id);
        return "redirect:/administration/handovers/" + id;
    }

    private String page(long id, boolean preview, List<HeldKind> kinds, Viewer viewer, Model model) {
        model.addAttribute("person", handovers.person(viewer, id));
        model.addAttribute("kinds", kinds);
        model.addAttribute("preview", preview);
        return "identity/handover/form";
    }
}
