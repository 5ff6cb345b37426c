package org.triviumcrm.calendar.entry;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;

/** What is answered once an entry has changed. */
final class EntryAnswers {

    /** A page of its own, empty: the script asks for what it shows again. */
    private static final String NOTHING = "calendar/entry/show :: nothing";

    private EntryAnswers() {}

    /** A script hears of it and shows again what it shows; else the entry's page. */
    static String changed(HtmxRequest htmx, HttpServletResponse response, long id) {
        if (!htmx.isHtmxRequest()) {
            return "redirect:/calendar/entries/" + id;
        }
        response.setHeader("HX-Trigger", "{\"calendar:changed\":{\"id\":" + id + "}}");
        response.setStatus(HttpStatus.NO_CONTENT.value());
        return NOTHING;
    }
}
