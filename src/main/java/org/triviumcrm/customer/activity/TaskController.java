package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** One's own open tasks: overdue, today, later. */
@Controller
class TaskController {

    private final ActivityService activities;
    private final Clock clock;

    TaskController(ActivityService activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    @GetMapping("/tasks")
    String list(Viewer viewer, Model model) {
        List<ActivityRow> open = activities.openTasks(viewer);
        List<ActivityRow> done = activities.doneTasks(viewer);
        Map<String, List<ActivityRow>> groups = open.stream()
                .collect(Collectors.groupingBy(task -> when(task, viewer), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("groups", groups);
        model.addAttribute("done", done);
        model.addAttribute(
                "places",
                activities.places(
                        viewer, Stream.concat(open.stream(), done.stream()).toList()));
        return "customer/activity/tasks";
    }

    @PostMapping("/tasks/{id}/completion")
    String complete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        activities.complete(viewer, id);
        flash.addFlashAttribute("notice", "customer.task.completed");
        return "redirect:/tasks";
    }

    @PostMapping("/tasks/{id}/reopening")
    String reopen(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        activities.reopen(viewer, id);
        flash.addFlashAttribute("notice", "customer.task.reopened");
        return "redirect:/tasks";
    }

    private String when(ActivityRow task, Viewer viewer) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, viewer.zone());
        LocalDate due = LocalDate.ofInstant(task.at(), viewer.zone());
        return due.isBefore(today) ? "overdue" : due.isEqual(today) ? "today" : "later";
    }
}
