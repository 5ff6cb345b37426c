package org.triviumcrm.insight.pivot;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.NameTaken;
import org.triviumcrm.shared.list.SaveView;
import org.triviumcrm.shared.web.Rejected;

/** Layouts of the cross analysis under a name, for oneself or for everyone. */
@Controller
@RequestMapping(PivotFilter.PATH + "/layouts")
class PivotLayoutController {

    private final PivotLayoutService layouts;

    PivotLayoutController(PivotLayoutService layouts) {
        this.layouts = layouts;
    }

    @PostMapping
    String save(
            @Valid @ModelAttribute("input") SaveView input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                long id = layouts.save(viewer, input);
                flash.addFlashAttribute("notice", "shared.list.view.saved");
                return "redirect:"
                        + layouts.address(viewer, id); // at once, as what is said is shown on the next page only
            } catch (NameTaken e) {
                errors.rejectValue("name", "shared.list.view.name.taken");
            }
        }
        model.addAttribute("query", input.query());
        model.addAttribute("action", PivotFilter.PATH + "/layouts");
        model.addAttribute("back", PivotFilter.PATH);
        model.addAttribute("mayShare", layouts.mayShare(viewer));
        return Rejected.with("shared/list/view");
    }

    @PostMapping("/deletion")
    String delete(@RequestParam(defaultValue = "0") long layout, Viewer viewer, RedirectAttributes flash) {
        layouts.delete(viewer, layout);
        flash.addFlashAttribute("notice", "shared.list.view.deleted");
        return "redirect:" + PivotFilter.PATH;
    }
}
