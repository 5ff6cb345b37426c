package org.triviumcrm.marketing.mining;

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

/** Which attributes must not be used to decide. */
@Controller
class BarredController {

    private static final String PATH = "/administration/mining-attributes";

    private final BarredService barred;

    BarredController(BarredService barred) {
        this.barred = barred;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Model model) {
        return page(viewer, barred.now(viewer), model);
    }

    @CanBarAttributes
    @PostMapping(PATH)
    String save(
            @Valid @ModelAttribute("barring") BarAttributes barring,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return Rejected.with(page(viewer, barring, model));
        }
        barred.bar(viewer, barring);
        flash.addFlashAttribute("notice", "marketing.mining.bar.saved");
        return "redirect:" + PATH;
    }

    private String page(Viewer viewer, BarAttributes barring, Model model) {
        model.addAttribute("barring", barring);
        model.addAttribute("subjects", barred.offered(viewer));
        return "marketing/mining/barred";
    }
}
