package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Part;

/** The cases of a record, as a part of its page. */
@Controller
class SubjectCaseController {

    private final SubjectCaseService cases;

    SubjectCaseController(SubjectCaseService cases) {
        this.cases = cases;
    }

    @GetMapping("/approvals/subjects/{type:[a-z_]+}/{id:\\d+}")
    String list(@PathVariable String type, @PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("cases", cases.list(viewer, type, id));
        return Part.of(htmx, "approval/dossier/subject");
    }
}
