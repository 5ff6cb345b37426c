package org.triviumcrm.identity.bulk;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;

/** How far one's runs are, what became of the records in them, taking them back and trying once more. */
@Controller
class BulkRunController {

    private final BulkService bulk;
    private final BulkResultService results;

    BulkRunController(BulkService bulk, BulkResultService results) {
        this.bulk = bulk;
        this.results = results;
    }

    @GetMapping("/bulk-runs")
    String list(Viewer viewer, Model model) {
        model.addAttribute("runs", results.latest(viewer));
        return "identity/bulk/list";
    }

    /** @param outcome of the rows to show; what is none is not asked for */
    @GetMapping("/bulk-runs/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable Long after,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        boolean known = outcome != null && outcome.matches("DONE|REFUSED|RETURNED");
        model.addAttribute("result", results.result(viewer, id, known ? outcome : null, after));
        return Part.of(htmx, "identity/bulk/show");
    }

    @PostMapping("/bulk-runs/{id:\\d+}/undo")
    String undo(@PathVariable long id, Viewer viewer) {
        bulk.undo(viewer, id);
        return "redirect:/bulk-runs/" + id;
    }

    @PostMapping("/bulk-runs/{id:\\d+}/retry")
    String retry(@PathVariable long id, Viewer viewer) {
        return "redirect:/bulk-runs/" + bulk.retry(viewer, id);
    }
}
