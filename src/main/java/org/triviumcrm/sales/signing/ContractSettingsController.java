package org.triviumcrm.sales.signing;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's setting of what contracts do by themselves. */
@Controller
class ContractSettingsController {

    private static final String PATH = "/administration/contracts";
    private static final String VIEW = "sales/contract/settings";

    private final ContractSettingsService settings;

    ContractSettingsController(ContractSettingsService settings) {
        this.settings = settings;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        ContractSettings now = settings.settings(viewer);
        model.addAttribute("input", new SaveContractSettings(now.wins(), now.renews()));
        return VIEW;
    }

    @CanSetUpContracts
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("input") SaveContractSettings input,
            BindingResult errors,
            Viewer viewer,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(VIEW);
        }
        settings.save(viewer, input);
        flash.addFlashAttribute("notice", "sales.contract.settings.saved");
        return "redirect:" + PATH;
    }
}
