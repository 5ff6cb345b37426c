package org.triviumcrm.approval.dossier;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.web.Refusal;

/** Files of a case. They are downloaded, never shown: what somebody else has sent does not run in this application's name. */
@Controller
class AttachmentController {

    private final AttachmentService attachments;
    private final CaseForms forms;

    AttachmentController(AttachmentService attachments, CaseForms forms) {
        this.attachments = attachments;
        this.forms = forms;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/attachments")
    String choosing(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        model.addAttribute("endings", AttachmentKind.endings());
        return forms.form(viewer, id, "attach", htmx, model);
    }

    @PostMapping("/approvals/cases/{id:\\d+}/attachments")
    String attach(
            @PathVariable long id,
            @RequestParam MultipartFile file,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            attachments.attach(viewer, id, name == null ? "" : name, file.getSize(), content);
        } catch (Refusal e) {
            model.addAttribute("endings", AttachmentKind.endings());
            model.addAttribute("wrong", e.key());
            return forms.again(viewer, id, "attach", htmx, model);
        }
        flash.addFlashAttribute("notice", "approval.case.youAttached");
        return "redirect:/approvals/cases/" + id;
    }

    @GetMapping("/approvals/cases/{id:\\d+}/attachments/{attachmentId:\\d+}")
    void download(@PathVariable long id, @PathVariable long attachmentId, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Attachment attachment = attachments.find(viewer, id, attachmentId);
        Download.begin(response, attachment.name(), attachment.contentType(), attachment.size());
        attachments.write(viewer, id, attachment, response.getOutputStream());
    }
}
