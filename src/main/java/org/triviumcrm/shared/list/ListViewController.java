package org.triviumcrm.shared.list;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The saved views of any list. */
@Controller
@RequestMapping("/lists/{noun}/views")
class ListViewController {

    private final SavedViewService views;

    ListViewController(SavedViewService views) {
        this.views = views;
    }

    @PostMapping
    Object save(
            @PathVariable String noun,
            @Valid @ModelAttribute("input") SaveView input,
            BindingResult errors,
            ListReader reader,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return done(views.save(noun, reader, input), "shared.list.view.saved", flash);
            } catch (NameTaken e) {
                errors.rejectValue("name", "shared.list.view.name.taken");
            }
        }
        model.addAttribute("query", input.query());
        return form(noun, "/lists/" + noun + "/views", model, reader);
    }

    @GetMapping("/{id}")
    Object edit(@PathVariable String noun, @PathVariable long id, ListReader reader, Model model) {
        SavedView view = views.find(noun, reader, id);
        model.addAttribute("input", new RenameView(view.getName(), view.isShared()));
        ModelAndView form = form(noun, "/lists/" + noun + "/views/" + id, model, reader);
        form.setStatus(HttpStatus.OK);
        return form;
    }

    @PostMapping("/{id}")
    Object rename(
            @PathVariable String noun,
            @PathVariable long id,
            @Valid @ModelAttribute("input") RenameView input,
            BindingResult errors,
            ListReader reader,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                return done(views.rename(noun, reader, id, input), "shared.list.view.renamed", flash);
            } catch (NameTaken e) {
                errors.rejectValue("name", "shared.list.view.name.taken");
            }
        }
        return form(noun, "/lists/" + noun + "/views/" + id, model, reader);
    }

    @PostMapping("/{id}/content")
    Object overwrite(
            @PathVariable String noun,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String query,
            ListReader reader,
            RedirectAttributes flash) {
        return done(views.overwrite(noun, reader, id, query), "shared.list.view.saved", flash);
    }

    @PostMapping("/{id}/deletion")
    Object delete(@PathVariable String noun, @PathVariable long id, ListReader reader, RedirectAttributes flash) {
        return done(views.delete(noun, reader, id), "shared.list.view.deleted", flash);
    }

    @PostMapping("/first")
    Object openWith(
            @PathVariable String noun,
            @RequestParam(defaultValue = "0") long view,
            ListReader reader,
            RedirectAttributes flash) {
        return done(views.openWith(noun, reader, view), "shared.list.view.first", flash);
    }

    private ModelAndView form(String noun, String action, Model model, ListReader reader) {
        model.addAttribute("action", action);
        model.addAttribute("back", views.path(noun, reader));
        model.addAttribute("mayShare", reader.can(SavedViewService.SHARE));
        return new ModelAndView("shared/list/view", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static RedirectView done(String href, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        RedirectView view = new RedirectView(href);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
