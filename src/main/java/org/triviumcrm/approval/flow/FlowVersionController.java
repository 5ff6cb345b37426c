package org.triviumcrm.approval.flow;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;

/** Versions of a flow beside each other, and as files for other programs. */
@Controller
class FlowVersionController {

    private final FlowVersionService versions;

    FlowVersionController(FlowVersionService versions) {
        this.versions = versions;
    }

    @GetMapping("/administration/approvals/{id}/comparison")
    String compare(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Viewer viewer,
            Model model) {
        model.addAttribute("comparison", versions.compare(viewer, id, from, to));
        return "approval/flow/comparison";
    }

    @GetMapping("/administration/approvals/{id}/versions/{number}/bpmn")
    ResponseEntity<byte[]> bpmn(@PathVariable long id, @PathVariable int number, Viewer viewer) {
        String name = "flow-" + id + "-version-" + number + ".bpmn20.xml";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(versions.bpmn(viewer, id, number));
    }
}
