package org.triviumcrm.calendar.view;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;

/** The calendar: a month, a week, a day or a list. */
@Controller
class PlannerController {

    private static final int HOURS = 24;

    private final PlannerService calendar;
    private final Format format;
    private final Clock clock;

    PlannerController(PlannerService calendar, Format format, Clock clock) {
        this.calendar = calendar;
        this.format = format;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String show(
            @ModelAttribute("query") CalendarQuery query,
            BindingResult unreadable,
            Viewer viewer,
            Locale locale,
            Model model) {
        boolean readable = query != null && !unreadable.hasErrors();
        CalendarPage page =
                calendar.page(viewer, (readable ? query : CalendarQuery.NOTHING_SAID).complete(format.today()));
        model.addAttribute("page", page);
        model.addAttribute("places", calendar.places(viewer, page.entries()));
        model.addAttribute("teams", calendar.teams(viewer));
        model.addAttribute("today", format.today());
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", viewer.zone());
        model.addAttribute("heading", heading(page, locale));
        model.addAttribute("spans", List.of(CalendarSpan.values()));
        model.addAttribute("kinds", List.of(EntryKind.values()));
        model.addAttribute("states", List.of(EntryState.values()));
        model.addAttribute("hours", IntStream.range(0, HOURS).boxed().toList());
        model.addAttribute(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList());
        return "calendar/view/calendar";
    }

    private String heading(CalendarPage page, Locale locale) {
        LocalDate first = page.first();
        return switch (page.span()) {
            case MONTH -> format.month(YearMonth.from(first));
            case WEEK, AGENDA -> format.date(first) + " – " + format.date(page.last());
            case DAY -> first.getDayOfWeek().getDisplayName(TextStyle.FULL, locale) + ", " + format.date(first);
        };
    }
}
