package org.triviumcrm.sales.forecast;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The funnel's forecast tried on the past. */
@Controller
class FunnelPastController {

    private final FunnelPastService past;
    private final FunnelService funnels;
    private final MessageSource messages;
    private final Format format;
    private final JsonMapper json;

    FunnelPastController(
            FunnelPastService past, FunnelService funnels, MessageSource messages, Format format, JsonMapper json) {
        this.past = past;
        this.funnels = funnels;
        this.messages = messages;
        this.format = format;
        this.json = json;
    }

    @GetMapping("/sales/funnel/accuracy")
    String show(@ModelAttribute("asked") FunnelFilter asked, Viewer viewer, Locale locale, Model model) {
        FunnelPast shown = past.of(viewer, asked);
        model.addAttribute("past", shown);
        model.addAttribute("pipelines", funnels.pipelines(viewer));
        model.addAttribute("teams", funnels.teams(viewer));
        model.addAttribute(
                "chart",
                json.writeValueAsString(shown.chart(
                        messages.getMessage("sales.accuracy.won", null, locale),
                        lead -> messages.getMessage("sales.funnelPast.lead", new Object[] {lead}, locale),
                        format::month)));
        return "sales/forecast/past";
    }

    @GetMapping("/sales/funnel/accuracy/rows")
    String rows(
            @ModelAttribute("asked") FunnelFilter asked,
            @ModelAttribute("figure") FunnelPastFilter figure,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        Optional<FunnelPastPage> page = past.page(viewer, asked, errors.hasErrors() ? FunnelPastFilter.NONE : figure);
        if (page.isEmpty()) {
            return "redirect:"
                    + FunnelPast.href(asked, "/sales/funnel/accuracy").toUriString();
        }
        model.addAttribute("page", page.get());
        return "sales/forecast/past-rows";
    }
}
