package org.triviumcrm.calendar.reminder;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;

/** What one was reminded of: later, or done. */
@Controller
class ReminderController {

    private static final String VIEW = "calendar/reminder/told";

    private final ReminderService reminders;

    ReminderController(ReminderService reminders) {
        this.reminders = reminders;
    }

    @GetMapping("/calendar/reminders")
    String told(HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("told", reminders.told(viewer));
        return Part.of(htmx, VIEW);
    }

    @PostMapping("/calendar/entries/{id:\\d+}/snooze")
    String later(@PathVariable long id, @RequestParam Later when, HtmxRequest htmx, Viewer viewer, Model model) {
        reminders.later(viewer, id, when);
        return again(htmx, viewer, model);
    }

    @PostMapping("/calendar/entries/{id:\\d+}/dismissal")
    String done(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        reminders.done(viewer, id);
        return again(htmx, viewer, model);
    }

    private String again(HtmxRequest htmx, Viewer viewer, Model model) {
        return htmx.isHtmxRequest() ? told(htmx, viewer, model) : "redirect:/calendar/reminders";
    }
}
