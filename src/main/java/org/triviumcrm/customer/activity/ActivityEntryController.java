package org.triviumcrm.customer.activity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
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
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** One entry of a timeline: corrected, deleted, a task done or open again. Afterwards the timeline comes anew. */
@Controller
class ActivityEntryController {

    private static final String VIEW = "customer/activity/entry";

    private final ActivityService activities;
    private final CostForms costs;
    private final FieldHistory history;

    ActivityEntryController(ActivityService activities, CostForms costs, FieldHistory history) {
        this.activities = activities;
        this.costs = costs;
        this.history = history;
    }

    @GetMapping("/activities/{id:\\d+}")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        Activity entry = activities.entry(viewer, id);
        model.addAttribute("activity", entry.toInput(viewer.zone()));
        return form(viewer, model, entry, htmx);
    }

    @CanLogActivities
    @PostMapping("/activities/{id:\\d+}")
    String correct(
            @PathVariable long id,
            @RequestParam int version,
            @Valid @ModelAttribute("activity") LogActivity activity,
            BindingResult errors,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                return timeline(activities.correct(viewer, id, activity, version));
            } catch (ObjectOptimisticLockingFailureException e) {
                Activity saved = activities.entry(viewer, id);
                model.addAttribute("saved", saved.toInput(viewer.zone()));
                return rejected(HttpStatus.CONFLICT, form(viewer, model, saved, htmx), id, response);
            } catch (NoCostRate e) {
                CostForms.noRate(errors, activity);
            }
        }
        return rejected(
                HttpStatus.UNPROCESSABLE_CONTENT,
                form(viewer, model, activities.entry(viewer, id), htmx),
                id,
                response);
    }

    @PostMapping("/activities/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer) {
        return timeline(activities.delete(viewer, id));
    }

    @PostMapping("/activities/{id:\\d+}/completion")
    String complete(@PathVariable long id, Viewer viewer) {
        return timeline(activities.complete(viewer, id));
    }

    @PostMapping("/activities/{id:\\d+}/reopening")
    String reopen(@PathVariable long id, Viewer viewer) {
        return timeline(activities.reopen(viewer, id));
    }

    /** Who changed what in it. */
    @GetMapping("/activities/{id:\\d+}/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest htmx, Model model) {
        String subject = activities.entry(viewer, id).toInput(viewer.zone()).subject();
        return HistoryPage.of(model, htmx, "customers", subject, history.of("activity", id, HistoryPage.SIZE, locale));
    }

    private String form(Viewer viewer, Model model, Activity entry, HtmxRequest htmx) {
        costs.offer(viewer, model);
        model.addAttribute("id", entry.getId());
        model.addAttribute("version", entry.getVersion());
        model.addAttribute("about", entry.about().toString());
        return Part.of(htmx, VIEW);
    }

    /** The form stays in the entry's place. */
    private static String rejected(HttpStatus status, String view, long id, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#activity-" + id);
        response.setHeader("HX-Reswap", "innerHTML");
        return Rejected.with(view, status);
    }

    private static String timeline(About about) {
        return "redirect:/activities?about=" + about;
    }
}
