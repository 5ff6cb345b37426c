package org.triviumcrm.support.portal;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ContactPanel;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** Who of a customer is in the portal, beside contacts and their tickets; and the invitation. */
@Controller
class ContactPortalController implements ContactPanel {

    private static final String ONE = "/support/contacts/{contactId:\\d+}/portal";
    private static final String INVITE = "support/portal/invite";

    private final PortalAccountService accounts;

    ContactPortalController(PortalAccountService accounts) {
        this.accounts = accounts;
    }

    @Override
    public String key() {
        return "portal";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.canAny("support.portal.invite", "support.portal.manage");
    }

    @Override
    public String url(long contactId) {
        return "/support/contacts/" + contactId + "/portal";
    }

    @GetMapping(ONE)
    String panel(@PathVariable long contactId, Viewer viewer, Model model) {
        model.addAttribute("contact", accounts.contact(viewer, contactId));
        model.addAttribute("account", accounts.ofContact(viewer, contactId).orElse(null));
        return "support/portal/panel";
    }

    @CanInvite
    @GetMapping(ONE + "/invitation")
    String ask(@PathVariable long contactId, Viewer viewer, Model model) {
        InviteContact input = new InviteContact(false, PortalLanguages.of(viewer.locale()));
        model.addAttribute("input", input);
        return form(viewer, contactId, model);
    }

    @CanInvite
    @PostMapping(ONE + "/invitation")
    String invite(
            @PathVariable long contactId,
            @Valid @ModelAttribute("input") InviteContact input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                long id = accounts.invite(viewer, contactId, input);
                flash.addFlashAttribute("notice", "support.portal.invited");
                return "redirect:" + PortalAccountController.PATH + "/" + id;
            } catch (PortalRefusal refused) {
                errors.reject(refused.key());
            }
        }
        return Rejected.with(form(viewer, contactId, model));
    }

    private String form(Viewer viewer, long contactId, Model model) {
        InvitedContact contact = accounts.contact(viewer, contactId);
        model.addAttribute("contact", contact);
        model.addAttribute("languages", PortalLanguages.options());
        model.addAttribute("missing", accounts.missing(viewer, contact).orElse(null));
        return INVITE;
    }
}
