package org.triviumcrm.support.enquiry;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.shared.attachment.SentFile;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalPage;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** What a customer does about a ticket: answer, close, open again, rate. */
@Controller
@PortalPage
class EnquiryWritingController {

    private final EnquiryService enquiries;
    private final EnquiryWritingService writing;

    EnquiryWritingController(EnquiryService enquiries, EnquiryWritingService writing) {
        this.enquiries = enquiries;
        this.writing = writing;
    }

    @PostMapping(EnquiryController.ONE + "/messages")
    String answer(
            @PathVariable long id,
            @Valid @ModelAttribute("answer") AnswerEnquiry answer,
            BindingResult errors,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            PortalCustomer me,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        EnquiryPage page = enquiries.page(me, id);
        List<SentFile> sent = EnquiryFiles.read(files, errors);
        if (!errors.hasErrors()) {
            try {
                long written = writing.answer(me, id, answer, sent);
                flash.addFlashAttribute(
                        "notice", written == id ? "support.enquiry.answered" : "support.enquiry.answered.anew");
                return back(written);
            } catch (WrongTicketStatus refused) {
                errors.reject(refused.key());
            }
        }
        model.addAttribute("ticket", page);
        model.addAttribute("talk", enquiries.talk(me, id, null));
        model.addAttribute("latest", true);
        return Rejected.with("support/enquiry/show");
    }

    @PostMapping(EnquiryController.ONE + "/solution")
    String solve(@PathVariable long id, PortalCustomer me, RedirectAttributes flash) {
        return act(id, "support.enquiry.solved", () -> writing.solve(me, id), flash);
    }

    @PostMapping(EnquiryController.ONE + "/reopening")
    String reopen(@PathVariable long id, PortalCustomer me, RedirectAttributes flash) {
        return act(id, "support.enquiry.reopened", () -> writing.reopen(me, id), flash);
    }

    @PostMapping(EnquiryController.ONE + "/rating")
    String rate(
            @PathVariable long id,
            @Valid @ModelAttribute("rating") RateEnquiry rating,
            BindingResult errors,
            PortalCustomer me,
            RedirectAttributes flash) {
        enquiries.page(me, id);
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "support.enquiry.error.rating");
            return back(id);
        }
        return act(id, "support.enquiry.rated", () -> writing.rate(me, id, rating), flash);
    }

    private static String act(long id, String done, Runnable act, RedirectAttributes flash) {
        try {
            act.run();
            flash.addFlashAttribute("notice", done);
        } catch (WrongTicketStatus refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/portal/tickets/" + id;
    }
}
