package org.triviumcrm.sales.paper;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.shared.pdf.PdfPages;

/** The papers of quotes as files. Only what may leave has one, so each is asked for with a {@link ReleasedQuote}. */
@Component
public class PaperFiles {

    private final QuoteService quotes;
    private final PaperWriter writer;
    private final PaperRepository papers;
    private final PdfPages pdfs;

    PaperFiles(QuoteService quotes, PaperWriter writer, PaperRepository papers, PdfPages pdfs) {
        this.quotes = quotes;
        this.writer = writer;
        this.papers = papers;
        this.pdfs = pdfs;
    }

    /** The same bytes each time: made at first and kept, until the quote is a draft again. Belongs into a transaction that writes. */
    public PaperFile of(ReleasedQuote released) {
        return papers.find(released.id()).orElseGet(() -> {
            Viewer job = Viewer.job("sales.log.quote");
            QuotePage page = quotes.page(job, released.id());
            List<PaperLine> lines = quotes.lines(job, page);
            QuotePaper paper = writer.write(page, lines, quotes.sums(job, page, lines));
            byte[] bytes = pdfs.of("sales/paper/pdf", "paper.css", Map.of("paper", paper), paper.language());
            return papers.keep(released.id(), paper.fileName(), bytes);
        });
    }
}
