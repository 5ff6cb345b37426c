package org.triviumcrm.sales.template;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** A quote becomes what others begin with. */
@Controller
class KeepQuoteController {

    private static final String PATH = "/sales/quotes/{id:\\d+}/template";

    private final QuoteTemplateService templates;
    private final QuoteService quotes;

    KeepQuoteController(QuoteTemplateService templates, QuoteService quotes) {
        this.templates = templates;
        this.quotes = quotes;
    }

    @CanManageQuoteTemplates
    @GetMapping(PATH)
    String ask(@PathVariable long id, Viewer viewer, HtmxRequest htmx, Model model) {
        QuotePage quote = quotes.page(viewer, id);
        model.addAttribute("input", new KeepQuote(quote.name(), null));
        return Part.of(htmx, form(viewer, model, quote));
    }

    @CanManageQuoteTemplates
    @PostMapping(PATH)
    String keep(
            @PathVariable long id,
            @Valid @ModelAttribute("input") KeepQuote input,
            BindingResult errors,
            Viewer viewer,
            HtmxRequest htmx,
            Model model,
            RedirectAttributes flash) {
        QuotePage quote = quotes.page(viewer, id);
        Long other = input.templateId();
        String name = other == null ? input.name() : null;
        if (other == null && (name == null || name.isBlank())) {
            errors.rejectValue("name", "sales.template.error.name");
        } else if (name != null && templates.isNameTaken(viewer, name, 0)) {
            errors.rejectValue("name", "sales.template.error.nameTaken");
        }
        if (errors.hasErrors()) {
            return Rejected.with(Part.of(htmx, form(viewer, model, quote)));
        }
        templates.keep(viewer, id, name, other);
        flash.addFlashAttribute("notice", "sales.template.kept");
        return "redirect:/sales/quotes/" + id;
    }

    private String form(Viewer viewer, Model model, QuotePage quote) {
        model.addAttribute("quote", quote);
        model.addAttribute(
                "templates",
                templates.all(viewer).stream()
                        .map(one -> new Option(one.getId(), one.getName()))
                        .toList());
        return "sales/template/keep";
    }
}
