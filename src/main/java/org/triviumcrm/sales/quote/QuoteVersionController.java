package org.triviumcrm.sales.quote;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDifference;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Newer versions of a quote, copies of it, and who changed what. */
@Controller
class QuoteVersionController {

    private final QuoteService quotes;
    private final QuoteDifferenceService differences;
    private final FieldHistory history;

    QuoteVersionController(QuoteService quotes, QuoteDifferenceService differences, FieldHistory history) {
        this.quotes = quotes;
        this.differences = differences;
        this.history = history;
    }

    @PostMapping("/sales/quotes/{id:\\d+}/versions")
    String revise(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long version = quotes.revise(viewer, id);
        flash.addFlashAttribute("notice", "sales.quote.revised");
        return "redirect:/sales/quotes/" + version + "/edit";
    }

    @PostMapping("/sales/quotes/{id:\\d+}/copies")
    String duplicate(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        long copy = quotes.duplicate(viewer, id);
        flash.addFlashAttribute("notice", "sales.quote.duplicated");
        return "redirect:/sales/quotes/" + copy + "/edit";
    }

    /** What it says otherwise than the version before it; a first version has its page only. */
    @GetMapping("/sales/quotes/{id:\\d+}/differences")
    String differences(@PathVariable long id, Viewer viewer, Model model) {
        Optional<PaperDifference<QuotePage>> difference = differences.toEarlier(viewer, id);
        if (difference.isEmpty()) {
            return "redirect:/sales/quotes/" + id;
        }
        model.addAttribute("quote", quotes.page(viewer, id));
        model.addAttribute("difference", difference.get());
        return "sales/quote/differences";
    }

    @GetMapping("/sales/quotes/{id:\\d+}/history")
    String history(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        QuotePage page = quotes.page(viewer, id);
        return HistoryPage.of(
                model, request, "quotes", page.label(), history.of(QuoteList.NOUN, id, HistoryPage.SIZE, locale));
    }
}
