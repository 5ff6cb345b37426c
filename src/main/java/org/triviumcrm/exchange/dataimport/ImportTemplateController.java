package org.triviumcrm.exchange.dataimport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;

/** Empty files to fill in. */
@Controller
class ImportTemplateController {

    private final ImportTemplates templates;

    ImportTemplateController(ImportTemplates templates) {
        this.templates = templates;
    }

    @GetMapping("/imports/templates/{target}.csv")
    void template(@PathVariable String target, Viewer viewer, HttpServletResponse response) throws IOException {
        byte[] file = templates.csv(viewer, target);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(target + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file);
    }
}
