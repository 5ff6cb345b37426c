package org.triviumcrm.exchange.dataimport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** Rows of an import that look like records that were there before. */
@Controller
class ImportAlikeController {

    private static final int ROWS = 50;

    private final AlikeService alike;

    ImportAlikeController(AlikeService alike) {
        this.alike = alike;
    }

    @GetMapping("/imports/{id}/alike")
    String list(@PathVariable long id, @RequestParam(defaultValue = "0") long after, Viewer viewer, Model model) {
        model.addAttribute("alike", alike.page(viewer, id, after, ROWS));
        return "exchange/dataimport/alike";
    }

    @PostMapping("/imports/{id}/alike")
    String decide(@PathVariable long id, @RequestParam(defaultValue = "") String choice, Viewer viewer) {
        alike.decide(viewer, id, choice);
        return "redirect:/imports/" + id;
    }

    @GetMapping("/imports/{id}/alike.csv")
    void file(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        alike.page(viewer, id, 0, 1);
        response.setContentType(
                MediaType.parseMediaType("text/csv;charset=UTF-8").toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-" + id + "-alike.csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        alike.write(viewer, id, response.getOutputStream());
    }
}
