package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The page of a case, and taking it back. */
@Controller
class CaseController {

    private final CaseService cases;
    private final SharingService sharing;
    private final SubmitterService submitters;

    CaseController(CaseService cases, SharingService sharing, SubmitterService submitters) {
        this.cases = cases;
        this.sharing = sharing;
        this.submitters = submitters;
    }

    @GetMapping("/approvals/cases/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("page", cases.page(viewer, id));
        model.addAttribute("endings", AttachmentKind.endings());
        if (!model.containsAttribute("said")) {
            model.addAttribute("said", new CommentCase(""));
        }
        sharing.seen(viewer, id);
        return "approval/dossier/show";
    }

    @PostMapping("/approvals/cases/{id:\\d+}/recall")
    String recall(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        submitters.recall(viewer, id);
        flash.addFlashAttribute("notice", "approval.case.recalled");
        return "redirect:/approvals/cases/" + id;
    }

    /** For who was too late with whatever; see {@link LateComers}. */
    @RequestMapping(
            path = "/approvals/cases/{id:\\d+}/late",
            method = {RequestMethod.GET, RequestMethod.POST})
    String late(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("late", cases.late(viewer, id));
        return Rejected.with(Part.of(htmx, "approval/dossier/late"), HttpStatus.CONFLICT);
    }
}
