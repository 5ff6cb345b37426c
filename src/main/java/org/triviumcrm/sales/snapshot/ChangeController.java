package org.triviumcrm.sales.snapshot;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import tools.jackson.databind.json.JsonMapper;

/** What changed of the forecast since a week. */
@Controller
class ChangeController {

    private final ChangeService changes;
    private final MessageSource messages;
    private final JsonMapper json;

    ChangeController(ChangeService changes, MessageSource messages, JsonMapper json) {
        this.changes = changes;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/sales/forecast/changes")
    String show(@ModelAttribute("asked") ChangeFilter asked, BindingResult errors, Viewer viewer, Model model) {
        ChangeFilter readable = errors.hasErrors() ? new ChangeFilter(null, null, null, null) : asked;
        Waterfall waterfall = changes.of(viewer, readable);
        model.addAttribute("waterfall", waterfall);
        model.addAttribute("chart", json.writeValueAsString(waterfall.chart(this::text)));
        return "sales/snapshot/changes";
    }

    private String text(String part) {
        return messages.getMessage("sales.change." + part, null, LocaleContextHolder.getLocale());
    }
}
