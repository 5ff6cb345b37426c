package org.triviumcrm.support.calendar;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** Adds and removes rows of a calendar's form; nothing is saved. */
@Controller
class BusinessCalendarRowController {

    private final CalendarForms forms;

    BusinessCalendarRowController(CalendarForms forms) {
        this.forms = forms;
    }

    /** The form again. @param calendar its id, 0 for a new one */
    @CanManageHours
    @PostMapping(BusinessCalendarController.PATH + "/rows")
    String rows(
            @RequestParam long calendar,
            @RequestParam(required = false) @Nullable List<String> act,
            CalendarForm form,
            BindingResult errors,
            HtmxRequest request,
            Viewer viewer,
            Model model) {
        form.change(act == null ? List.of() : act);
        String view = forms.form(viewer, model, calendar);
        return request.isHtmxRequest() ? view + " :: calendar" : view;
    }
}
