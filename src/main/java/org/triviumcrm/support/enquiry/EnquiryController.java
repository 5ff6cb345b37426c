package org.triviumcrm.support.enquiry;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalPage;

/** A customer's tickets. */
@Controller
@PortalPage
class EnquiryController {

    static final String HOME = "/portal";
    static final String ONE = HOME + "/tickets/{id:\\d+}";

    private final EnquiryService enquiries;

    EnquiryController(EnquiryService enquiries) {
        this.enquiries = enquiries;
    }

    @GetMapping(HOME)
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean over,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long before,
            PortalCustomer me,
            Model model) {
        EnquiryFilter filter =
                new EnquiryFilter(all && me.wholeCustomer(), over || q != null && !q.isBlank(), q, before);
        model.addAttribute("filter", filter);
        model.addAttribute("tickets", enquiries.list(me, filter));
        return "support/enquiry/list";
    }

    @GetMapping(ONE)
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            PortalCustomer me,
            Model model) {
        Optional<Long> merged = enquiries.mergedInto(me, id);
        if (merged.isPresent()) {
            return "redirect:/portal/tickets/" + merged.get();
        }
        return page(me, id, before, model);
    }

    private String page(PortalCustomer me, long id, @Nullable Long before, Model model) {
        model.addAttribute("ticket", enquiries.page(me, id));
        model.addAttribute("talk", enquiries.talk(me, id, before));
        model.addAttribute("latest", before == null);
        model.addAttribute("answer", new AnswerEnquiry(""));
        return "support/enquiry/show";
    }

    /** @throws NotFound when it is not theirs */
    @GetMapping(ONE + "/files/{fileId:\\d+}")
    void download(@PathVariable long id, @PathVariable long fileId, PortalCustomer me, HttpServletResponse response)
            throws IOException {
        EnquiryPage.File file = enquiries.file(me, id, fileId);
        Download.begin(response, file.name(), file.contentType(), file.size());
        enquiries.write(me, id, file, response.getOutputStream());
    }
}
