package org.triviumcrm.insight.tickets;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.Rejected;

/** The report of customer service. */
@Controller
class TicketReportController {

    /** What a file of one row per ticket shows. */
    private static final String COLUMNS =
            "number,name,status,priority,type,queue,owner,team,customer,customerLevel,valueClass,product,channel,createdAt,firstReplyAt,"
                    + "responseHours,solvedAt,solutionHours,reopenings,promise,satisfaction";

    private final TicketReportService report;
    private final TicketChart chart;
    private final Format format;

    TicketReportController(TicketReportService report, TicketChart chart, Format format) {
        this.report = report;
        this.chart = chart;
        this.format = format;
    }

    @GetMapping(TicketFilter.PATH)
    String show(@ModelAttribute("filter") TicketFilter filter, BindingResult errors, Viewer viewer, Model model) {
        TicketFilter asked = (errors.hasErrors() ? TicketFilter.none() : filter).filled(format.today());
        TicketReport found = report.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("cuts", List.of(TicketCut.values()));
        model.addAttribute("chart", chart.of(found.steps()));
        model.addAttribute("rows", found.total().openedHref() + "&columns=" + COLUMNS);
        return errors.hasErrors() ? Rejected.with("insight/tickets/page") : "insight/tickets/page";
    }
}
