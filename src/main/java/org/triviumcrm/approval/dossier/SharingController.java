package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;

/** Words about a case, and copies of it. */
@Controller
class SharingController {

    private final SharingService sharing;
    private final CaseForms forms;

    SharingController(SharingService sharing, CaseForms forms) {
        this.sharing = sharing;
        this.forms = forms;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/comments")
    String commenting(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("said", new CommentCase(""));
        return forms.form(viewer, id, "comment", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/comments")
    String comment(
            @PathVariable long id,
            @Valid @ModelAttribute("said") CommentCase said,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return forms.again(viewer, id, "comment", htmx, model);
        }
        sharing.comment(viewer, id, said);
        flash.addFlashAttribute("notice", "approval.case.youCommented");
        return "redirect:/approvals/cases/" + id;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/copies")
    String copying(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("input", new Blank(null));
        return forms.form(viewer, id, "copy", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/copies")
    String copy(
            @PathVariable long id,
            @Valid @ModelAttribute("input") CopyCase input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                sharing.copy(viewer, id, input);
                flash.addFlashAttribute("notice", "approval.case.youCopied");
                return "redirect:/approvals/cases/" + id;
            } catch (NotAllowed e) {
                e.tell(errors);
            }
        }
        return forms.again(viewer, id, "copy", htmx, model, errors);
    }

    /** The form before anybody was chosen. */
    record Blank(@Nullable Long personId) {}
}
