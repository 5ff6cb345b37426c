package org.triviumcrm.support.calendar;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
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
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's calendars of business hours. */
@Controller
@RequestMapping(BusinessCalendarController.PATH)
class BusinessCalendarController {

    static final String PATH = "/administration/business-hours";

    private final BusinessCalendarService calendars;
    private final CalendarForms forms;
    private final EditConflicts conflicts;

    BusinessCalendarController(BusinessCalendarService calendars, CalendarForms forms, EditConflicts conflicts) {
        this.calendars = calendars;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", forms.rows(calendars.all(viewer)));
        return "support/calendar/list";
    }

    @CanManageHours
    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("calendarForm", forms.blank());
        return forms.form(viewer, model, 0);
    }

    @CanManageHours
    @PostMapping
    String create(
            @Valid @ModelAttribute("calendarForm") CalendarForm input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(forms.form(viewer, model, 0));
        }
        calendars.create(viewer, input);
        return done(flash, "support.calendar.saved");
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("calendarForm", CalendarForm.of(calendars.find(viewer, id)));
        return forms.form(viewer, model, id);
    }

    @CanManageHours
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("calendarForm") CalendarForm input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        calendars.find(viewer, id);
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(forms.form(viewer, model, id));
        }
        try {
            calendars.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            BusinessCalendar now = calendars.find(viewer, id);
            String form = forms.form(viewer, model, id);
            return conflicts.show(
                    model, CalendarHistory.TABLE, id, now.getVersion(), CalendarForm.of(now), input, form);
        }
        return done(flash, "support.calendar.saved");
    }

    @PostMapping("/{id:\\d+}/standard")
    String makeUsual(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        calendars.makeUsual(viewer, id);
        return done(flash, "support.calendar.madeUsual");
    }

    @PostMapping("/{id:\\d+}/removal")
    String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        if (calendars.remove(viewer, id)) {
            return done(flash, "support.calendar.removed");
        }
        flash.addFlashAttribute("problem", "support.calendar.needed");
        return "redirect:" + PATH + "/" + id + "/edit";
    }

    private boolean isRefused(Viewer viewer, CalendarForm input, long id, BindingResult errors) {
        input.check(forms.zones(), errors);
        if (!errors.hasFieldErrors("name") && calendars.isNameTaken(viewer, input.getName(), id)) {
            errors.rejectValue("name", "support.calendar.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + PATH;
    }
}
