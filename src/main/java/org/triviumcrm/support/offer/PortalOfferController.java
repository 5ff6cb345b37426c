package org.triviumcrm.support.offer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.OfferedQuotes;
import org.triviumcrm.shared.attachment.Download;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.portal.PortalCustomer;
import org.triviumcrm.support.portal.PortalPage;

/** What was offered to a customer: to be read, downloaded, agreed to or declined. */
@Controller
@PortalPage
class PortalOfferController {

    static final String LIST = "/portal/quotes";
    private static final String ONE = LIST + "/{id:\\d+}";

    private final PortalOfferService offers;

    PortalOfferController(PortalOfferService offers) {
        this.offers = offers;
    }

    @GetMapping(LIST)
    String list(PortalCustomer me, Model model) {
        model.addAttribute("offers", offers.mine(me));
        return "support/offer/list";
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, PortalCustomer me, Model model) {
        model.addAttribute("acceptance", new AcceptOffer(me.name(), null, null));
        String page = page(id, me, model);
        offers.opened(me, id);
        return page;
    }

    private String page(long id, PortalCustomer me, Model model) {
        model.addAttribute("detail", offers.find(me, id));
        return "support/offer/show";
    }

    @GetMapping(ONE + "/paper.pdf")
    void download(@PathVariable long id, PortalCustomer me, HttpServletResponse response) throws IOException {
        OfferedQuotes.File file = offers.file(me, id);
        offers.opened(me, id);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    @PostMapping(ONE + "/acceptance")
    String accept(
            @PathVariable long id,
            @Valid @ModelAttribute("acceptance") AcceptOffer acceptance,
            BindingResult errors,
            HttpServletRequest request,
            PortalCustomer me,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(page(id, me, model));
        }
        try {
            offers.accept(me, id, acceptance, request.getRemoteAddr());
            flash.addFlashAttribute("notice", "support.offer.accepted");
        } catch (OfferedQuotes.Closed late) {
            flash.addFlashAttribute("problem", "support.offer.error.closed");
            return "redirect:" + LIST;
        }
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping(ONE + "/refusal")
    String decline(
            @PathVariable long id,
            @Valid @ModelAttribute("refusal") DeclineOffer refusal,
            BindingResult errors,
            PortalCustomer me,
            RedirectAttributes flash) {
        offers.find(me, id);
        if (errors.hasErrors()) {
            flash.addFlashAttribute("problem", "support.offer.error.remark");
            return "redirect:" + LIST + "/" + id;
        }
        try {
            offers.decline(me, id, refusal.remark());
            flash.addFlashAttribute("notice", "support.offer.declined");
        } catch (OfferedQuotes.Closed late) {
            flash.addFlashAttribute("problem", "support.offer.error.closed");
            return "redirect:" + LIST;
        }
        return "redirect:" + LIST + "/" + id;
    }
}
