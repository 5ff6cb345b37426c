package org.triviumcrm.insight.chats;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** Figures of talks on websites, beside the report of tickets. */
@Controller
class ChatReportController {

    private static final String VIEW = "insight/chats/page";

    private final ChatReportService report;
    private final ChatChart chart;
    private final Format format;

    ChatReportController(ChatReportService report, ChatChart chart, Format format) {
        this.report = report;
        this.chart = chart;
        this.format = format;
    }

    @GetMapping(ChatReportFilter.PATH)
    String show(@ModelAttribute("filter") ChatReportFilter filter, BindingResult errors, Viewer viewer, Model model) {
        ChatReportFilter asked = (errors.hasErrors() ? ChatReportFilter.none() : filter).filled(format.today());
        ChatReport found = report.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("cuts", List.of(ChatCut.values()));
        model.addAttribute("chart", chart.of(found));
        return errors.hasErrors() ? Rejected.with(VIEW) : VIEW;
    }
}
