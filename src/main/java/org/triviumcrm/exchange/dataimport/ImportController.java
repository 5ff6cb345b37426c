package org.triviumcrm.exchange.dataimport;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.triviumcrm.exchange.file.UnreadableFile;
import org.triviumcrm.identity.Viewer;

/** The imports and the upload of a file. */
@Controller
class ImportController {

    private static final int FIRST = 5;

    private final ImportService imports;
    private final ImportAimService aims;
    private final ImportReport report;
    private final AlikeService alike;

    ImportController(ImportService imports, ImportAimService aims, ImportReport report, AlikeService alike) {
        this.alike = alike;
        this.imports = imports;
        this.aims = aims;
        this.report = report;
    }

    /** @param into the record that all rows of the file are for, when one comes from its page */
    @GetMapping("/imports")
    String list(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(required = false) @Nullable Long into,
            Viewer viewer,
            Model model) {
        if (into != null) {
            model.addAttribute("aim", aims.aim(viewer, target, into));
        }
        return list(viewer, model);
    }

    private String list(Viewer viewer, Model model) {
        List<DataImport> newest = imports.newest(viewer);
        model.addAttribute("targets", imports.targets(viewer));
        model.addAttribute("imports", newest);
        if (!model.containsAttribute("target")) {
            model.addAttribute("target", imports.next(viewer, newest));
        }
        return "exchange/dataimport/list";
    }

    @PostMapping("/imports")
    String create(
            @RequestParam(defaultValue = "") String target,
            @RequestParam(required = false) @Nullable Long into,
            @RequestParam MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletResponse response)
            throws IOException {
        ImportAimService.Aim aim = into == null ? null : aims.aim(viewer, target, into);
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            long id =
                    aim == null ? imports.start(viewer, target, name, content) : aims.start(viewer, aim, name, content);
            return "redirect:/imports/" + id + "/columns";
        } catch (UnreadableFile e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("target", target);
            model.addAttribute("aim", aim);
            model.addAttribute("failure", e.messageKey());
            return list(viewer, model);
        }
    }

    @GetMapping("/imports/{id}")
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        DataImport file = imports.find(viewer, id);
        if (file.state() == ImportState.MAPPING || file.state() == ImportState.QUESTIONS) {
            String step = file.state() == ImportState.MAPPING ? "/columns" : "/questions";
            if (part == null) {
                return "redirect:/imports/" + id + step;
            }
            response.setHeader("HX-Redirect", "/imports/" + id + step);
            model.addAttribute("next", "/imports/" + id + step);
            return "exchange/dataimport/show :: next";
        }
        model.addAttribute("file", file);
        if (!file.state().isBusy()) {
            model.addAttribute("refused", report.refused(viewer, id));
            model.addAttribute("touched", report.touched(viewer, id));
            model.addAttribute("places", report.places(viewer, id));
            model.addAttribute("alike", alike.page(viewer, id, 0, FIRST));
        }
        return part == null ? "exchange/dataimport/show" : "exchange/dataimport/show :: status";
    }

    @GetMapping("/imports/{id}/errors.csv")
    void errors(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        imports.find(viewer, id);
        response.setContentType(
                MediaType.parseMediaType("text/csv;charset=UTF-8").toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-" + id + "-errors.csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        report.write(viewer, id, response.getOutputStream());
    }
}
