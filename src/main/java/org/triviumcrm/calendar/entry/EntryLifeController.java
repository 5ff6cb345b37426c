package org.triviumcrm.calendar.entry;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** What becomes of an entry: moved, done, called off, open again. */
@Controller
@RequestMapping("/calendar/entries/{id:\\d+}")
class EntryLifeController {

    private static final String FINISH = "calendar/entry/finish";

    private final EntryService entries;
    private final Clock clock;

    EntryLifeController(EntryService entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @CanPlan
    @PostMapping("/moves")
    String move(
            @PathVariable long id,
            @Valid @ModelAttribute("move") MoveEntry move,
            BindingResult errors,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("page", entries.own(viewer, id));
            model.addAttribute("now", clock.instant());
            model.addAttribute("zone", viewer.zone());
            return Rejected.with(Part.of(htmx, "calendar/entry/show"));
        }
        entries.move(viewer, id, move);
        return EntryAnswers.changed(htmx, response, id);
    }

    @CanPlan
    @GetMapping("/completion")
    String ask(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        EntryPage page = entries.own(viewer, id);
        model.addAttribute("input", new FinishEntry(null, null));
        model.addAttribute("page", page);
        return Part.of(htmx, FINISH);
    }

    @CanPlan
    @PostMapping("/completion")
    String finish(
            @PathVariable long id,
            @Valid @ModelAttribute("input") FinishEntry input,
            BindingResult errors,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (errors.hasErrors()) {
            model.addAttribute("page", entries.own(viewer, id));
            return Rejected.with(Part.of(htmx, FINISH));
        }
        entries.finish(viewer, id, input);
        return EntryAnswers.changed(htmx, response, id);
    }

    @CanPlan
    @PostMapping("/cancellation")
    String cancel(@PathVariable long id, HtmxRequest htmx, HttpServletResponse response, Viewer viewer) {
        entries.cancel(viewer, id);
        return EntryAnswers.changed(htmx, response, id);
    }

    @CanPlan
    @PostMapping("/reopening")
    String reopen(@PathVariable long id, HtmxRequest htmx, HttpServletResponse response, Viewer viewer) {
        entries.reopen(viewer, id);
        return EntryAnswers.changed(htmx, response, id);
    }
}
