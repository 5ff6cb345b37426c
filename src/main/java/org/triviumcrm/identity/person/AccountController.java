package org.triviumcrm.identity.person;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.settings.Settings;
import org.triviumcrm.identity.signin.Device;

/** One's own settings and password. */
@Controller
class AccountController {

    private final AccountService account;
    private final MessageSource messages;

    AccountController(AccountService account, MessageSource messages) {
        this.account = account;
        this.messages = messages;
    }

    @GetMapping("/account")
    String show(Viewer viewer, Locale locale, Model model) {
        model.addAttribute("input", account.settings(viewer));
        return settings(locale, model);
    }

    @PostMapping("/account")
    String edit(
            @Valid @ModelAttribute("input") EditAccount input,
            BindingResult errors,
            Viewer viewer,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                account.edit(viewer, input);
                after.addFlashAttribute("notice", "identity.account.saved");
                return "redirect:/account";
            } catch (PersonRefusal refusal) {
                refusal.tell(errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return settings(locale, model);
    }

    @GetMapping("/account/password")
    String password(Model model) {
        model.addAttribute("input", new ChangePassword("", ""));
        return "identity/account/password";
    }

    @PostMapping("/account/password")
    String changePassword(
            @Valid @ModelAttribute("input") ChangePassword input,
            BindingResult errors,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes after) {
        if (!errors.hasErrors()) {
            try {
                account.changePassword(viewer, input, request.getSession().getId(), Device.of(request));
                after.addFlashAttribute("notice", "identity.password.changed");
                return "redirect:/account";
            } catch (PersonRefusal refusal) {
                refusal.tell(errors);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "identity/account/password";
    }

    private String settings(Locale locale, Model model) {
        model.addAttribute("languages", Settings.languageOptions());
        model.addAttribute("timeZones", Settings.timeZoneOptions());
        model.addAttribute(
                "themes",
                Stream.of("auto", "light", "dark")
                        .map(theme -> new Settings.Option(
                                theme, messages.getMessage("identity.account.theme." + theme, null, locale)))
                        .toList());
        return "identity/account/settings";
    }
}
