package org.triviumcrm.marketing.term;

import jakarta.validation.Valid;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's pages of words, each with the form for a new one below it. */
@Controller
class TermController {

    private final TermService terms;
    private final EditConflicts conflicts;

    TermController(TermService terms, EditConflicts conflicts) {
        this.terms = terms;
        this.conflicts = conflicts;
    }

    @GetMapping("/administration/marketing-terms/{words:[a-z-]+}")
    String list(@PathVariable String words, Viewer viewer, Model model) {
        model.addAttribute("input", new SaveTerm("", true, null));
        return page(viewer, model, TermKind.of(words), 0);
    }

    @CanManageTerms
    @PostMapping("/administration/marketing-terms/{words:[a-z-]+}")
    String create(
            @PathVariable String words,
            @Valid @ModelAttribute("input") SaveTerm input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TermKind kind = TermKind.of(words);
        if (errors.hasErrors() || isRefused(viewer, kind, input, 0, errors)) {
            return Rejected.with(page(viewer, model, kind, 0));
        }
        terms.create(viewer, kind, input.name());
        return done(kind, flash);
    }

    /** Where to edit a word of any kind. */
    @GetMapping("/administration/marketing-terms/{id:\\d+}")
    String find(@PathVariable long id, Viewer viewer) {
        return "redirect:" + terms.find(viewer, id).getKind().url() + "/" + id + "/edit";
    }

    @GetMapping("/administration/marketing-terms/{words:[a-z-]+}/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        Term term = terms.find(viewer, id);
        model.addAttribute("input", SaveTerm.of(term));
        return page(viewer, model, term.getKind(), id);
    }

    @CanManageTerms
    @PostMapping("/administration/marketing-terms/{words:[a-z-]+}/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveTerm input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Term saved = terms.find(viewer, id);
        TermKind kind = saved.getKind();
        if (errors.hasErrors() || isRefused(viewer, kind, input, id, errors)) {
            return Rejected.with(page(viewer, model, kind, id));
        }
        try {
            terms.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            String page = page(viewer, model, kind, id);
            return conflicts.show(model, "marketing_term", id, saved.getVersion(), SaveTerm.of(saved), input, page);
        }
        return done(kind, flash);
    }

    private boolean isRefused(Viewer viewer, TermKind kind, SaveTerm input, long id, BindingResult errors) {
        if (terms.isNameTaken(viewer, kind, input.name(), id)) {
            errors.rejectValue("name", "marketing.term.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, TermKind kind, long id) {
        model.addAttribute("id", id);
        model.addAttribute("kind", kind);
        model.addAttribute("terms", terms.all(viewer, kind));
        return "marketing/term/list";
    }

    private static String done(TermKind kind, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "marketing.term.saved");
        return "redirect:" + kind.url();
    }
}
