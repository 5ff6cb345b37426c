package org.triviumcrm.sales.paper;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.shared.attachment.Download;

/** A quote as a paper, to be read, printed and downloaded. */
@Controller
class QuotePaperController {

    private final QuotePaperService papers;
    private final QuoteService quotes;

    QuotePaperController(QuotePaperService papers, QuoteService quotes) {
        this.papers = papers;
        this.quotes = quotes;
    }

    @GetMapping("/sales/quotes/{id:\\d+}/paper")
    String show(@PathVariable long id, Viewer viewer, Model model) {
        QuotePage quote = quotes.page(viewer, id);
        model.addAttribute("quote", quote);
        model.addAttribute("paper", papers.paper(viewer, quote));
        return "sales/paper/show";
    }

    @GetMapping("/sales/quotes/{id:\\d+}/paper.pdf")
    void download(@PathVariable long id, Viewer viewer, HttpServletResponse response) throws IOException {
        PaperFile file = papers.pdf(viewer, id);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    /** What has left once, and was changed or withdrawn since. */
    @GetMapping("/sales/quotes/{id:\\d+}/former-papers/{formerQuote:\\d+}")
    void former(@PathVariable long id, @PathVariable long formerQuote, Viewer viewer, HttpServletResponse response)
            throws IOException {
        PaperFile file = papers.former(viewer, id, formerQuote);
        Download.begin(response, file.name(), MediaType.APPLICATION_PDF_VALUE, file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }
}
