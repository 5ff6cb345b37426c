package org.triviumcrm.calendar.entry;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.calendar.reminder.Remind;
import org.triviumcrm.calendar.reminder.ReminderService;
import org.triviumcrm.calendar.view.EntryKind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** One entry of the calendar: shown, planned, changed; in the dialog or as a page. */
@Controller
@RequestMapping("/calendar/entries")
class EntryController {

    private static final String FORM = "calendar/entry/form";

    private final EntryService entries;
    private final ReminderService reminders;
    private final Clock clock;

    EntryController(EntryService entries, ReminderService reminders, Clock clock) {
        this.reminders = reminders;
        this.entries = entries;
        this.clock = clock;
    }

    @CanPlan
    @GetMapping("/new")
    String plan(
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable EntryKind kind,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime at,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        model.addAttribute(
                "input", PlanEntry.blank(kind, on, at, LocalDateTime.ofInstant(clock.instant(), viewer.zone())));
        return form(viewer, model, about, htmx);
    }

    @CanPlan
    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable String about,
            @Valid @ModelAttribute("input") PlanEntry input,
            BindingResult errors,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                long id = entries.plan(viewer, about, input);
                return EntryAnswers.changed(htmx, response, id);
            } catch (EntryRefusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, about, htmx));
    }

    @GetMapping("/{id:\\d+}")
    String show(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("page", entries.page(viewer, id));
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", viewer.zone());
        return Part.of(htmx, "calendar/entry/show");
    }

    @CanPlan
    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        EntryPage page = entries.own(viewer, id);
        model.addAttribute(
                "input", EntryTimes.typed(page.entry().plan(), page.entry().version(), viewer.zone()));
        return form(viewer, model, page, htmx);
    }

    @CanPlan
    @PostMapping("/{id:\\d+}")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("input") PlanEntry input,
            BindingResult errors,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        EntryPage page = entries.own(viewer, id);
        if (!errors.hasErrors()) {
            try {
                entries.change(viewer, id, input);
                return EntryAnswers.changed(htmx, response, id);
            } catch (EntryRefusal refusal) {
                refusal.tell(errors);
            } catch (ObjectOptimisticLockingFailureException e) {
                EntryPage saved = entries.own(viewer, id);
                model.addAttribute("saved", saved);
                return Rejected.with(form(viewer, model, saved, htmx), HttpStatus.CONFLICT);
            }
        }
        return Rejected.with(form(viewer, model, page, htmx));
    }

    private String form(Viewer viewer, Model model, EntryPage page, HtmxRequest htmx) {
        model.addAttribute("id", page.entry().id());
        model.addAttribute("version", page.entry().version());
        return form(viewer, model, page.entry().about(), htmx);
    }

    private String form(Viewer viewer, Model model, @Nullable String about, HtmxRequest htmx) {
        model.addAttribute("about", about);
        model.addAttribute("title", about == null ? null : entries.title(viewer, about));
        model.addAttribute("kinds", List.of(EntryKind.values()));
        model.addAttribute("reminds", List.of(Remind.values()));
        if (model.getAttribute("input") instanceof PlanEntry typed) {
            model.addAttribute("chosen", entries.chosen(viewer, typed));
        } else {
            model.addAttribute("chosen", new EntryService.Chosen(List.of(), List.of(), null));
        }
        return Part.of(htmx, FORM);
    }
}
