package org.triviumcrm.sales.paper;

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
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** E-mails with quotes: those that were sent, and the form of another one. */
@Controller
class QuoteLetterController {

    private final QuoteLetterService letters;
    private final QuotePaperService papers;
    private final QuoteService quotes;

    QuoteLetterController(QuoteLetterService letters, QuotePaperService papers, QuoteService quotes) {
        this.letters = letters;
        this.papers = papers;
        this.quotes = quotes;
    }

    @GetMapping("/sales/quotes/{id:\\d+}/letters")
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("letters", letters.of(viewer, id));
        model.addAttribute("former", papers.former(viewer, id));
        model.addAttribute("base", "/sales/quotes/" + id);
        return "sales/paper/letters";
    }

    @CanSendPapers
    @GetMapping("/sales/quotes/{id:\\d+}/letters/new")
    String blank(@PathVariable long id, HtmxRequest htmx, Viewer viewer, Model model) {
        QuotePage quote = quotes.page(viewer, id);
        model.addAttribute("letter", letters.proposed(viewer, quote));
        return Part.of(htmx, form(viewer, model, quote));
    }

    @CanSendPapers
    @PostMapping("/sales/quotes/{id:\\d+}/letters")
    String send(
            @PathVariable long id,
            @Valid @ModelAttribute("letter") SendPaper letter,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        QuotePage quote = quotes.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                letters.send(viewer, id, letter);
                flash.addFlashAttribute("notice", "sales.letter.sent");
                return "redirect:/sales/quotes/" + id;
            } catch (IllegalPaper e) {
                e.tell(errors);
            }
        }
        return Rejected.with(Part.of(htmx, form(viewer, model, quote)));
    }

    private String form(Viewer viewer, Model model, QuotePage quote) {
        model.addAttribute("quote", quote);
        model.addAttribute("base", "/sales/quotes/" + quote.id());
        model.addAttribute("leaves", letters.canLeave(viewer));
        return "sales/paper/letter";
    }
}
