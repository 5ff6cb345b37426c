package org.triviumcrm.support.help;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's page of the public site. */
@Controller
class HelpSiteController {

    private static final String PATH = "/administration/help-site";
    private static final String VIEW = "support/help/settings";

    private final HelpSiteService sites;

    HelpSiteController(HelpSiteService sites) {
        this.sites = sites;
    }

    @CanSetHelpSite
    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        model.addAttribute("input", sites.site(viewer));
        return form(model);
    }

    @CanSetHelpSite
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveHelpSite input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(form(model));
        }
        sites.change(viewer, input);
        flash.addFlashAttribute("notice", "support.help.saved");
        return "redirect:" + PATH;
    }

    private static String form(Model model) {
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(HelpController.PATH)
                        .toUriString());
        return VIEW;
    }
}
