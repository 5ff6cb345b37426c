package org.triviumcrm.identity.signin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.person.FirstPerson;

/** The sign-in page. The sign-in itself is the security chain's. */
@Controller
class SignInController {

    private final FirstPerson firstPerson;
    private final DemoGuests guests;

    SignInController(FirstPerson firstPerson, DemoGuests guests) {
        this.firstPerson = firstPerson;
        this.guests = guests;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            Locale locale,
            Model model) {
        if (firstPerson.isMissing()) {
            return "redirect:/setup";
        }
        if (model.getAttribute("viewer") instanceof Viewer) {
            return "redirect:/";
        }
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("guests", guests.in(locale));
        return "identity/signin/form";
    }

    @PostMapping("/sign-in/refused")
    @ResponseStatus(HttpStatus.UNPROCESSABLE_CONTENT)
    String refused(@RequestParam(defaultValue = "") String name, Locale locale, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("refused", true);
        model.addAttribute("guests", guests.in(locale));
        return "identity/signin/form";
    }
}
