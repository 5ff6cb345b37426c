package org.triviumcrm.customer.activity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** A record's timeline with the form to log something, loaded into the record's page. */
@Controller
class ActivityController {

    private static final String VIEW = "customer/activity/timeline";

    private final ActivityService activities;
    private final CostForms costs;
    private final Visits visits;
    private final Clock clock;

    ActivityController(ActivityService activities, CostForms costs, Visits visits, Clock clock) {
        this.activities = activities;
        this.costs = costs;
        this.visits = visits;
        this.clock = clock;
    }

    @GetMapping("/activities")
    String timeline(
            @RequestParam String about,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String kind,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        show(viewer, model, About.parse(about), before);
        if (before != null && htmx.isHtmxRequest()) {
            return VIEW + " :: entries";
        }
        model.addAttribute("activity", blank(viewer, kind));
        return Part.of(htmx, VIEW);
    }

    @CanLogActivities
    @PostMapping("/activities")
    String log(
            @RequestParam String about,
            @Valid @ModelAttribute("activity") LogActivity activity,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        About record = About.parse(about);
        if (!errors.hasErrors()) {
            try {
                activities.log(viewer, record, activity);
                return again(record, htmx, viewer, model);
            } catch (NoCostRate e) {
                CostForms.noRate(errors, activity);
            }
        }
        show(viewer, model, record, null);
        return Rejected.with(Part.of(htmx, VIEW));
    }

    private String again(About about, HtmxRequest htmx, Viewer viewer, Model model) {
        if (!htmx.isHtmxRequest()) {
            return "redirect:/activities?about=" + about;
        }
        show(viewer, model, about, null);
        model.addAttribute("activity", blank(viewer, null));
        return VIEW + " :: part";
    }

    private void show(Viewer viewer, Model model, About about, @Nullable String before) {
        TimelinePart part = activities.timeline(viewer, about, before);
        model.addAttribute(
                "visited", visits.opened(viewer, about.type(), about.id()).orElse(null));
        model.addAttribute("about", about.toString());
        model.addAttribute("coming", part.coming());
        model.addAttribute("entries", part.entries());
        model.addAttribute("next", part.next());
        model.addAttribute("costs", part.costs());
        model.addAttribute(
                "subjectOf", Map.of(part.subject().url(), part.subject().title()));
        model.addAttribute("kinds", ActivityKind.values());
        costs.offer(viewer, model);
        model.addAttribute("now", clock.instant());
    }

    /** @param kind the one that is wanted; a call where that is none */
    private LogActivity blank(Viewer viewer, @Nullable String kind) {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), viewer.zone()).truncatedTo(ChronoUnit.MINUTES);
        return new LogActivity(
                Arrays.stream(ActivityKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(ActivityKind.CALL),
                "",
                null,
                now,
                null,
                null,
                null,
                null);
    }
}
