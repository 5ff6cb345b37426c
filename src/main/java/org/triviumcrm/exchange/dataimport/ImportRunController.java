package org.triviumcrm.exchange.dataimport;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.triviumcrm.identity.Viewer;

/** Starts, stops, takes back, repeats and forgets imports. */
@Controller
class ImportRunController {

    private final ImportService imports;

    ImportRunController(ImportService imports) {
        this.imports = imports;
    }

    @PostMapping("/imports/{id}/run")
    String run(@PathVariable long id, Viewer viewer) {
        imports.run(viewer, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/cancellation")
    String cancel(@PathVariable long id, Viewer viewer) {
        imports.cancel(viewer, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/undo")
    String undo(@PathVariable long id, Viewer viewer) {
        imports.undo(viewer, id);
        return "redirect:/imports/" + id;
    }

    @PostMapping("/imports/{id}/repetition")
    String again(@PathVariable long id, Viewer viewer) {
        return "redirect:/imports/" + imports.startAgain(viewer, id) + "/columns";
    }

    @PostMapping("/imports/{id}/reopening")
    String reopen(@PathVariable long id, Viewer viewer) {
        imports.reopen(viewer, id);
        return "redirect:/imports/" + id + "/columns";
    }

    @PostMapping("/imports/{id}/removal")
    String discard(@PathVariable long id, Viewer viewer) {
        imports.discard(viewer, id);
        return "redirect:/imports";
    }
}
