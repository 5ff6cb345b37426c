package org.triviumcrm.calendar.choice;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.calendar.feed.FeedService;
import org.triviumcrm.calendar.feed.FeedTasks;
import org.triviumcrm.calendar.reminder.ChooseReminders;
import org.triviumcrm.calendar.reminder.Remind;
import org.triviumcrm.calendar.reminder.ReminderService;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The part of one's account about the calendar. */
@Controller
@RequestMapping("/account/calendar")
class CalendarChoiceController {

    private final ReminderService reminders;
    private final FeedService feeds;

    CalendarChoiceController(ReminderService reminders, FeedService feeds) {
        this.feeds = feeds;
        this.reminders = reminders;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", reminders.defaults(viewer));
        return page(viewer, model);
    }

    @PostMapping
    String choose(
            @Valid @ModelAttribute("input") ChooseReminders input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after) {
        if (errors.hasErrors()) {
            return Rejected.with(page(viewer, model));
        }
        reminders.chooseDefaults(viewer, input);
        after.addFlashAttribute("notice", "calendar.choice.saved");
        return "redirect:/account/calendar";
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("feed", feeds.standing(viewer).orElse(null));
        model.addAttribute("feedTasks", List.of(FeedTasks.values()));
        model.addAttribute(
                "reminds",
                List.of(
                        Remind.NONE,
                        Remind.AT_START,
                        Remind.MINUTES_5,
                        Remind.MINUTES_15,
                        Remind.MINUTES_30,
                        Remind.HOUR,
                        Remind.DAY));
        return "calendar/choice/page";
    }
}
