package org.triviumcrm.sales.quote;

import jakarta.validation.Valid;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.LineAnswers;
import org.triviumcrm.sales.line.PaperForms;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Rejected;

/** A quote's page and its form. */
@Controller
class QuoteController {

    private final QuoteService quotes;
    private final QuoteLifeService life;
    private final LineAnswers prices;
    private final QuoteForms blanks;
    private final PaperForms forms;
    private final EditConflicts conflicts;
    private final Visits visits;

    QuoteController(
            QuoteService quotes,
            QuoteLifeService life,
            LineAnswers prices,
            QuoteForms blanks,
            PaperForms forms,
            EditConflicts conflicts,
            Visits visits) {
        this.quotes = quotes;
        this.life = life;
        this.prices = prices;
        this.blanks = blanks;
        this.forms = forms;
        this.conflicts = conflicts;
        this.visits = visits;
    }

    @GetMapping("/sales/quotes/{id:\\d+}")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        QuotePage page = quotes.page(viewer, id);
        List<PaperLine> lines = quotes.lines(viewer, page);
        model.addAttribute("quote", page);
        model.addAttribute("lines", lines);
        model.addAttribute("sums", quotes.sums(viewer, page, lines));
        model.addAttribute("events", quotes.events(viewer, page));
        model.addAttribute("versions", quotes.versions(viewer, page));
        model.addAttribute("agreement", life.acceptance(viewer, page).orElse(null));
        if (viewer.can("sales.quote.edit")) {
            life.foretell(viewer, page).ifPresent(foretold -> model.addAttribute("foretold", foretold));
        }
        model.addAttribute("fresh", visits.fresh(viewer, QuoteList.NOUN, id));
        return "sales/quote/show";
    }

    @CanCreateQuotes
    @GetMapping("/sales/quotes/new")
    String blank(
            @RequestParam(required = false) @Nullable Long opportunityId,
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(required = false) @Nullable Long templateId,
            Viewer viewer,
            Locale locale,
            Model model) {
        SaveQuote quote = blanks.blank(viewer, locale, opportunityId, customerId, templateId);
        prices.propose(viewer, quote);
        model.addAttribute("quote", quote);
        model.addAttribute("templates", blanks.templates());
        return form(viewer, model, 0, quote);
    }

    @CanCreateQuotes
    @PostMapping("/sales/quotes")
    String create(
            @Valid @ModelAttribute("quote") SaveQuote quote,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                long id = quotes.create(viewer, quote);
                flash.addFlashAttribute("notice", "sales.quote.created");
                return "redirect:/sales/quotes/" + id;
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, 0, quote));
    }

    @CanEditQuotes
    @GetMapping("/sales/quotes/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        QuotePage page = quotes.page(viewer, id);
        SaveQuote quote = page.toInput(quotes.lines(viewer, page));
        model.addAttribute("quote", quote);
        return form(viewer, model, id, quote);
    }

    @CanEditQuotes
    @PostMapping("/sales/quotes/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("quote") SaveQuote quote,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        quotes.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                quotes.update(viewer, id, quote);
                flash.addFlashAttribute("notice", "sales.quote.saved");
                return "redirect:/sales/quotes/" + id;
            } catch (ObjectOptimisticLockingFailureException e) {
                QuotePage now = quotes.page(viewer, id);
                SaveQuote saved = now.toInput(quotes.lines(viewer, now));
                String form = form(viewer, model, id, quote);
                return conflicts.show(model, QuoteList.NOUN, id, now.version(), saved, quote, form);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(viewer, model, id, quote));
    }

    private String form(Viewer viewer, Model model, long id, SaveQuote quote) {
        model.addAttribute("id", id);
        forms.fill(viewer, model, PaperKind.QUOTE, id, quote);
        model.addAttribute("sums", prices.sums(viewer, quote).orElse(null));
        return "sales/quote/form";
    }
}
