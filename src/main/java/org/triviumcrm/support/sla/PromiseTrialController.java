package org.triviumcrm.support.sla;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** Tries the policies: which one applies to a ticket, and when what it promises is due. */
@Controller
class PromiseTrialController {

    private final PromiseTrialService trials;
    private final PolicyFields fields;
    private final Clock clock;

    PromiseTrialController(PromiseTrialService trials, PolicyFields fields, Clock clock) {
        this.trials = trials;
        this.fields = fields;
        this.clock = clock;
    }

    @CanManagePromises
    @GetMapping(PolicyController.PATH + "/trial")
    String tryOut(@ModelAttribute("trial") PromiseTrial trial, BindingResult errors, Viewer viewer, Model model) {
        model.addAttribute("fields", fields.in(LocaleContextHolder.getLocale()));
        if (trial.getOpenedAt() == null && !errors.hasErrors()) {
            trial.setOpenedAt(LocalDateTime.now(clock.withZone(viewer.zone())).truncatedTo(ChronoUnit.MINUTES));
        }
        LocalDateTime openedAt = trial.getOpenedAt();
        if (openedAt != null && !errors.hasErrors()) {
            model.addAttribute(
                    "result",
                    trials.tryOut(
                            viewer,
                            trial.facts(),
                            openedAt.atZone(viewer.zone()).toInstant()));
        }
        return errors.hasErrors() ? Rejected.with("support/sla/trial") : "support/sla/trial";
    }
}
