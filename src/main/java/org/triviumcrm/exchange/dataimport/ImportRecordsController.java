package org.triviumcrm.exchange.dataimport;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** The records that came in by an import. */
@Controller
class ImportRecordsController {

    private final ImportReport report;

    ImportRecordsController(ImportReport report) {
        this.report = report;
    }

    @GetMapping("/imports/{id}/records")
    String records(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "0") long after,
            Viewer viewer,
            Model model) {
        model.addAttribute("places", report.places(viewer, id));
        model.addAttribute("records", report.records(viewer, id, type, after));
        return "exchange/dataimport/records";
    }
}
