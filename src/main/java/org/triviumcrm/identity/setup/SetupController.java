package org.triviumcrm.identity.setup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.triviumcrm.identity.settings.Settings;
import org.triviumcrm.identity.signin.ReadablePassword;
import org.triviumcrm.shared.web.NotFound;

/** The first-run page, only while there is nobody. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private final SetupService setup;

    SetupController(SetupService setup) {
        this.setup = setup;
    }

    @GetMapping
    String form(Locale locale, Model model) {
        if (!setup.isOpen()) {
            throw new NotFound();
        }
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        model.addAttribute(
                "input",
                new StartCompany(
                        "",
                        chinese ? "CNY" : "USD",
                        chinese ? "zh-CN" : "en",
                        chinese ? "Asia/Shanghai" : "UTC",
                        "",
                        "admin",
                        null,
                        "",
                        true,
                        ReadablePassword.propose()));
        return page(locale, model);
    }

    @PostMapping
    Object start(
            @Valid @ModelAttribute("input") StartCompany input,
            BindingResult errors,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        if (!setup.isOpen()) {
            throw new NotFound();
        }
        if (!errors.hasFieldErrors("password")) {
            setup.refusePassword(input).ifPresent(reason -> errors.rejectValue("password", reason));
        }
        if (!errors.hasFieldErrors("demoPassword")) {
            String missing = input.withDemo() && setup.hasDemo() && input.demoPassword() == null
                    ? "identity.error.missing"
                    : null;
            Optional.ofNullable(missing)
                    .or(() -> setup.refuseDemoPassword(input))
                    .ifPresent(reason -> errors.rejectValue("demoPassword", reason));
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(locale, model);
        }
        try {
            setup.start(input);
            after.addFlashAttribute("notice", "identity.setup.done");
        } catch (AlreadySetUp faster) {
            after.addFlashAttribute("problem", "identity.setup.faster");
        }
        RedirectView target = new RedirectView("/sign-in", true);
        target.setStatusCode(HttpStatus.SEE_OTHER);
        return target;
    }

    private String page(Locale locale, Model model) {
        model.addAttribute("hasDemo", setup.hasDemo());
        model.addAttribute("currencies", Settings.currencyOptions(locale));
        model.addAttribute("languages", Settings.languageOptions());
        model.addAttribute("timeZones", Settings.timeZoneOptions());
        return "identity/setup/form";
    }
}
