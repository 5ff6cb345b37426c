package org.triviumcrm.sales.outlook;

import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The forecast by categories, by team and person. */
@Controller
class OutlookController {

    /** What the parts of the chart are called. */
    private static final Map<String, String> TEXTS =
            Map.of("won", "sales.outlook.won", "weighted", "sales.outlook.weighted");

    private final OutlookService outlooks;
    private final MessageSource messages;
    private final Format format;
    private final JsonMapper json;

    OutlookController(OutlookService outlooks, MessageSource messages, Format format, JsonMapper json) {
        this.outlooks = outlooks;
        this.messages = messages;
        this.format = format;
        this.json = json;
    }

    @GetMapping("/sales/forecast")
    String show(@ModelAttribute("asked") OutlookFilter asked, Viewer viewer, Model model) {
        Outlook outlook = outlooks.outlook(viewer, asked);
        model.addAttribute("outlook", outlook);
        model.addAttribute("chart", json.writeValueAsString(outlook.chart(this::text, format::month)));
        return "sales/outlook/list";
    }

    private String text(String part) {
        return messages.getMessage(
                TEXTS.getOrDefault(part, "sales.forecast.category." + part), null, LocaleContextHolder.getLocale());
    }
}
