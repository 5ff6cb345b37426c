package org.triviumcrm.support.macro;

import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The list and the forms of macros. */
@Controller
@RequestMapping(MacroController.PATH)
class MacroController {

    static final String PATH = "/support/macros";

    private final MacroService macros;
    private final MacroForms forms;
    private final EditConflicts conflicts;

    MacroController(MacroService macros, MacroForms forms, EditConflicts conflicts) {
        this.macros = macros;
        this.forms = forms;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String q, Locale locale, Viewer viewer, Model model) {
        model.addAttribute("rows", macros.all(viewer, q, MacroLanguage.of(locale)));
        model.addAttribute("q", q);
        model.addAttribute("most", MacroService.MOST);
        return "support/macro/list";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        SaveMacro proposed = macros.proposed(viewer);
        model.addAttribute("input", proposed);
        return forms.show(viewer, model, 0, proposed);
    }

    @CanUseMacros
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveMacro input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (forms.isRefused(viewer, input, 0, errors)) {
            return Rejected.with(forms.show(viewer, model, 0, input));
        }
        macros.create(viewer, input);
        return done("support.macro.saved", flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveMacro saved = SaveMacro.of(macros.find(viewer, id));
        model.addAttribute("input", saved);
        return forms.show(viewer, model, id, saved);
    }

    @CanUseMacros
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveMacro input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        macros.find(viewer, id);
        if (forms.isRefused(viewer, input, id, errors)) {
            return Rejected.with(forms.show(viewer, model, id, input));
        }
        try {
            macros.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            Macro now = macros.find(viewer, id);
            String form = forms.show(viewer, model, id, input);
            return conflicts.show(model, "macro", id, now.getVersion(), SaveMacro.of(now), input, form);
        }
        return done("support.macro.saved", flash);
    }

    @PostMapping("/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        macros.delete(viewer, id);
        return done("support.macro.deleted", flash);
    }

    private static String done(String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + PATH;
    }
}
