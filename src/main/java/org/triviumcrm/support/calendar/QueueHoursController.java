package org.triviumcrm.support.calendar;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Which queues go by a calendar of their own. */
@Controller
class QueueHoursController {

    private final BusinessCalendarService calendars;

    QueueHoursController(BusinessCalendarService calendars) {
        this.calendars = calendars;
    }

    /** What names no queue, as only a page changed by hand sends, is nothing. */
    @CanManageHours
    @PostMapping(BusinessCalendarController.PATH + "/{id:\\d+}/queues")
    String set(
            @PathVariable long id,
            @Valid @ModelAttribute("queueHours") SetQueueHours input,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        calendars.setQueues(viewer, id, input.queueIds());
        flash.addFlashAttribute("notice", "support.calendar.queues.saved");
        return "redirect:" + BusinessCalendarController.PATH + "/" + id + "/edit";
    }
}
