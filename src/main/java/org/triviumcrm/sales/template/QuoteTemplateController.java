package org.triviumcrm.sales.template;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
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
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The templates there are, with the form for a new one, or for one of them, below. */
@Controller
class QuoteTemplateController {

    private static final String LIST = "/administration/quote-templates";

    private final QuoteTemplateService templates;
    private final EditConflicts conflicts;

    QuoteTemplateController(QuoteTemplateService templates, EditConflicts conflicts) {
        this.templates = templates;
        this.conflicts = conflicts;
    }

    @CanManageQuoteTemplates
    @GetMapping(LIST)
    String list(Viewer viewer, Locale locale, Model model) {
        model.addAttribute("input", SaveQuoteTemplate.empty(locale.getLanguage().equals("zh") ? "zh-CN" : "en"));
        return page(viewer, model, 0);
    }

    @CanManageQuoteTemplates
    @PostMapping(LIST)
    String create(
            @Valid @ModelAttribute("input") SaveQuoteTemplate input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, 0, errors)) {
            return Rejected.with(page(viewer, model, 0));
        }
        templates.create(viewer, input);
        return done(flash, "sales.template.saved");
    }

    @CanManageQuoteTemplates
    @GetMapping(LIST + "/{id}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("input", SaveQuoteTemplate.of(templates.find(viewer, id)));
        return page(viewer, model, id);
    }

    @CanManageQuoteTemplates
    @PostMapping(LIST + "/{id}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveQuoteTemplate input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (errors.hasErrors() || isRefused(viewer, input, id, errors)) {
            return Rejected.with(page(viewer, model, id));
        }
        try {
            templates.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            QuoteTemplate now = templates.find(viewer, id);
            SaveQuoteTemplate saved = SaveQuoteTemplate.of(now);
            String page = page(viewer, model, id);
            return conflicts.show(model, "quote_template", id, now.getVersion(), saved, input, page);
        }
        return done(flash, "sales.template.saved");
    }

    @CanManageQuoteTemplates
    @PostMapping(LIST + "/{id}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        templates.delete(viewer, id);
        return done(flash, "sales.template.deleted");
    }

    private boolean isRefused(Viewer viewer, SaveQuoteTemplate input, long id, BindingResult errors) {
        if (templates.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "sales.template.error.nameTaken");
        }
        return errors.hasErrors();
    }

    private String page(Viewer viewer, Model model, long id) {
        model.addAttribute("id", id);
        model.addAttribute("templates", templates.all(viewer));
        model.addAttribute(
                "languages",
                List.of(
                        new Option("en", Locale.ENGLISH.getDisplayLanguage(Locale.ENGLISH)),
                        new Option("zh-CN", Locale.CHINESE.getDisplayLanguage(Locale.CHINESE))));
        if (id != 0) {
            model.addAttribute("currency", templates.find(viewer, id).getCurrency());
            model.addAttribute("lines", templates.lines(viewer, id));
        }
        return "sales/template/list";
    }

    private static String done(RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:" + LIST;
    }
}
