package org.triviumcrm.support.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.shared.web.NotFound;

/** The pages of the portal for who is not signed in to it. The sign-in itself is the security chain's. */
@Controller
@PortalPage
class PortalSignInController {

    private static final String FORM = "support/portal/sign-in";

    @GetMapping("/portal/sign-in")
    String form(@RequestParam(name = "signed-out", required = false) @Nullable String signedOut, Model model) {
        if (model.getAttribute("me") != null) {
            return "redirect:" + PortalArea.PATH;
        }
        model.addAttribute("signedOut", signedOut != null);
        return FORM;
    }

    @PostMapping("/portal/sign-in/refused")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(@RequestParam(defaultValue = "") String email, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("refused", true);
        return FORM;
    }

    /** A form whose page had stood open for too long. */
    @RequestMapping("/portal/expired")
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String expired() {
        return "support/portal/expired";
    }

    /** Whatever else is asked for below the portal. */
    @GetMapping("/portal/**")
    String missing() {
        throw new NotFound();
    }
}
