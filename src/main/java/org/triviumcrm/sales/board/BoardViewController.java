package org.triviumcrm.sales.board;

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

/** What the board shows under a name, for oneself or for everyone. */
@Controller
@RequestMapping("/sales/board/views")
class BoardViewController {

    private final BoardViewService views;

    BoardViewController(BoardViewService views) {
        this.views = views;
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
                long id = views.save(viewer, input);
                flash.addFlashAttribute("notice", "shared.list.view.saved");
                return "redirect:" + views.address(viewer, id);
            } catch (NameTaken e) {
                errors.rejectValue("name", "shared.list.view.name.taken");
            }
        }
        model.addAttribute("query", input.query());
        model.addAttribute("action", "/sales/board/views");
        model.addAttribute("back", "/sales/board");
        model.addAttribute("mayShare", views.mayShare(viewer));
        return Rejected.with("shared/list/view");
    }

    @PostMapping("/content")
    String overwrite(
            @RequestParam(defaultValue = "0") long view,
            @RequestParam(defaultValue = "") String query,
            Viewer viewer,
            RedirectAttributes flash) {
        if (views.overwrite(viewer, view, query)) {
            flash.addFlashAttribute("notice", "shared.list.view.saved");
        }
        return "redirect:" + views.address(viewer, view);
    }

    @PostMapping("/deletion")
    String delete(@RequestParam(defaultValue = "0") long view, Viewer viewer, RedirectAttributes flash) {
        views.delete(viewer, view);
        flash.addFlashAttribute("notice", "shared.list.view.deleted");
        return "redirect:/sales/board";
    }
}
