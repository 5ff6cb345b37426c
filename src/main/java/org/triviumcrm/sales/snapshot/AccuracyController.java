package org.triviumcrm.sales.snapshot;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.outlook.OutlookFilter;
import org.triviumcrm.shared.format.Format;
import tools.jackson.databind.json.JsonMapper;

/** The forecast held against what happened. */
@Controller
class AccuracyController {

    private final AccuracyService accuracies;
    private final MessageSource messages;
    private final Format format;
    private final JsonMapper json;

    AccuracyController(AccuracyService accuracies, MessageSource messages, Format format, JsonMapper json) {
        this.accuracies = accuracies;
        this.messages = messages;
        this.format = format;
        this.json = json;
    }

    @GetMapping("/sales/forecast/accuracy")
    String show(@ModelAttribute("asked") OutlookFilter asked, Viewer viewer, Model model) {
        Accuracy accuracy = accuracies.of(viewer, asked);
        model.addAttribute("accuracy", accuracy);
        model.addAttribute("chart", json.writeValueAsString(accuracy.chart(this::text, format::date)));
        return "sales/snapshot/accuracy";
    }

    private String text(String line) {
        return messages.getMessage("sales.accuracy." + line, null, LocaleContextHolder.getLocale());
    }
}
