package org.triviumcrm.support.portal;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The page of an account of the portal, and what colleagues do with it. */
@Controller
class PortalAccountController {

    static final String PATH = "/support/portal-accounts";

    private static final String ONE = PATH + "/{id:\\d+}";

    private final PortalAccountService accounts;

    PortalAccountController(PortalAccountService accounts) {
        this.accounts = accounts;
    }

    @GetMapping(ONE)
    String show(@PathVariable long id, Viewer viewer, Model model) {
        PortalAccountPage page = accounts.page(viewer, id);
        model.addAttribute("input", page.toInput());
        return page(viewer, page, model);
    }

    @CanInvite
    @PostMapping(ONE)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("input") ChangeAccount input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        PortalAccountPage page = accounts.page(viewer, id);
        if (errors.hasErrors()) {
            return Rejected.with(page(viewer, page, model));
        }
        try {
            accounts.change(viewer, id, input);
            flash.addFlashAttribute("notice", "support.portal.account.saved");
        } catch (ObjectOptimisticLockingFailureException e) {
            flash.addFlashAttribute("problem", "support.portal.error.stale");
        }
        return back(id);
    }

    @PostMapping(ONE + "/invitation")
    String inviteAgain(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return act(id, "support.portal.invited.again", () -> accounts.inviteAgain(viewer, id), flash);
    }

    @PostMapping(ONE + "/block")
    String block(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return act(id, "support.portal.blocked", () -> accounts.block(viewer, id), flash);
    }

    @PostMapping(ONE + "/unblock")
    String unblock(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return act(id, "support.portal.unblocked", () -> accounts.unblock(viewer, id), flash);
    }

    @PostMapping(ONE + "/revocation")
    String revoke(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        return act(id, "support.portal.revoked", () -> accounts.revoke(viewer, id), flash);
    }

    private static String act(long id, String done, Runnable act, RedirectAttributes flash) {
        try {
            act.run();
            flash.addFlashAttribute("notice", done);
        } catch (PortalRefusal refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return back(id);
    }

    private static String back(long id) {
        return "redirect:" + PATH + "/" + id;
    }

    private String page(Viewer viewer, PortalAccountPage page, Model model) {
        model.addAttribute("account", page);
        model.addAttribute("languages", PortalLanguages.options());
        model.addAttribute("events", accounts.events(viewer, page.id()));
        return "support/portal/account";
    }
}
