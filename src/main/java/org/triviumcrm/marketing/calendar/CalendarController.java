package org.triviumcrm.marketing.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.marketing.campaign.CampaignFilterForm;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.format.Format;

/** The calendar of campaigns. */
@Controller
class CalendarController {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final CalendarService calendar;
    private final CampaignFilterForm filters;
    private final Format format;
    private final MessageSource messages;

    CalendarController(CalendarService calendar, CampaignFilterForm filters, Format format, MessageSource messages) {
        this.calendar = calendar;
        this.filters = filters;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping(CalendarPage.PATH)
    String show(
            @ModelAttribute("query") CalendarQuery query,
            BindingResult unreadable,
            @ModelAttribute("filter") CampaignFilter filter,
            BindingResult errors,
            Viewer viewer,
            Locale locale,
            Model model) {
        CampaignFilter narrow = filters.fill(viewer, model, filter, errors);
        boolean readable = query != null && !unreadable.hasErrors();
        CalendarSpan span = readable && query.span() != null ? query.span() : CalendarSpan.MONTH;
        LocalDate on = day(readable ? query.on() : null);
        CalendarPage page = calendar.page(viewer, span, on, narrow);
        model.addAttribute("page", page);
        model.addAttribute("today", format.today());
        model.addAttribute("heading", heading(page, locale));
        model.addAttribute("spans", List.of(CalendarSpan.values()));
        model.addAttribute("states", List.of(CampaignState.values()));
        model.addAttribute(
                "weekdays",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                        .toList());
        return "marketing/calendar/calendar";
    }

    private LocalDate day(@Nullable LocalDate asked) {
        return asked == null || asked.getYear() < EARLIEST || asked.getYear() > LATEST ? format.today() : asked;
    }

    private String heading(CalendarPage page, Locale locale) {
        LocalDate first = page.first();
        return switch (page.span()) {
            case MONTH -> format.month(YearMonth.from(first));
            case QUARTER ->
                messages.getMessage(
                        "marketing.calendar.quarter",
                        new Object[] {first.getMonthValue() / 3 + 1, String.valueOf(first.getYear())},
                        locale);
            case YEAR ->
                messages.getMessage("marketing.calendar.year", new Object[] {String.valueOf(first.getYear())}, locale);
        };
    }
}
