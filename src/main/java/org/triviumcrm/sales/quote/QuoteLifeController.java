package org.triviumcrm.sales.quote;

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
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** The steps in a quote's life. */
@Controller
class QuoteLifeController {

    private final QuoteService quotes;
    private final QuoteLifeService life;

    QuoteLifeController(QuoteService quotes, QuoteLifeService life) {
        this.quotes = quotes;
        this.life = life;
    }

    @PostMapping("/sales/quotes/{id:\\d+}/release")
    String release(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.release(viewer, id);
        return done(id, "sales.quote.released", flash);
    }

    @PostMapping("/sales/quotes/{id:\\d+}/withdrawal")
    String withdraw(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        life.withdraw(viewer, id);
        return done(id, "sales.quote.withdrawn", flash);
    }

    @CanSendQuotes
    @GetMapping("/sales/quotes/{id:\\d+}/acceptance")
    String accepting(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        return Part.of(htmx, form(viewer, model, id, "acceptance"));
    }

    @CanSendQuotes
    @PostMapping("/sales/quotes/{id:\\d+}/acceptance")
    String accept(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") DecideQuote decision,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                life.accept(viewer, id, decision);
                return done(id, "sales.quote.accepted", flash);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(viewer, model, id, "acceptance")));
    }

    @CanSendQuotes
    @GetMapping("/sales/quotes/{id:\\d+}/refusal")
    String declining(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        return Part.of(htmx, form(viewer, model, id, "refusal"));
    }

    @CanSendQuotes
    @PostMapping("/sales/quotes/{id:\\d+}/refusal")
    String decline(
            @PathVariable long id,
            @Valid @ModelAttribute("decision") DecideQuote decision,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                life.decline(viewer, id, decision);
                return done(id, "sales.quote.declined", flash);
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(viewer, model, id, "refusal")));
    }

    private String form(Viewer viewer, Model model, long id, String what) {
        if (!model.containsAttribute("decision")) {
            model.addAttribute("decision", new DecideQuote(null));
        }
        model.addAttribute("quote", quotes.page(viewer, id));
        model.addAttribute("what", what);
        return "sales/quote/decision";
    }

    private static String done(long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/sales/quotes/" + id;
    }
}
