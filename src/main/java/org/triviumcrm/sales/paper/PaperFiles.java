package org.triviumcrm.sales.paper;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.sales.seal.ReleasedContract;
import org.triviumcrm.shared.pdf.PdfPages;
import org.triviumcrm.shared.web.NotFound;

/**
 * The papers of quotes and contracts as files. Only what may leave has one, so each is asked for with a {@link ReleasedQuote} or a
 * {@link ReleasedContract}.
 */
@Component
public class PaperFiles {

    private final QuoteService quotes;
    private final ContractService contracts;
    private final PaperWriter writer;
    private final PaperRepository papers;
    private final PdfPages pdfs;

    PaperFiles(
            QuoteService quotes, ContractService contracts, PaperWriter writer, PaperRepository papers, PdfPages pdfs) {
        this.quotes = quotes;
        this.contracts = contracts;
        this.writer = writer;
        this.papers = papers;
        this.pdfs = pdfs;
    }

    /** The same bytes each time: made at first and kept, until the quote is a draft again. Belongs into a transaction that writes. */
    public PaperFile of(ReleasedQuote released) {
        return papers.find(PaperKind.QUOTE, released.id()).orElseGet(() -> {
            Viewer job = Viewer.job("sales.log.quote");
            QuotePage page = quotes.page(job, released.id());
            List<PaperLine> lines = quotes.lines(job, page);
            WrittenPaper paper = writer.write(PaperContent.of(page), lines, quotes.sums(job, page, lines));
            return keep(PaperKind.QUOTE, released.id(), paper);
        });
    }

    /** The same of a contract. */
    public PaperFile of(ReleasedContract released) {
        return papers.find(PaperKind.CONTRACT, released.id()).orElseGet(() -> {
            Viewer job = Viewer.job("sales.log.contract");
            ContractPage page = contracts.page(job, released.id());
            List<PaperLine> lines = contracts.lines(job, page);
            WrittenPaper paper = writer.write(PaperContent.of(page), lines, contracts.sums(job, page, lines));
            return keep(PaperKind.CONTRACT, released.id(), paper);
        });
    }

    /** What was released before and is not any more, the latest first. To be read in the house: it does not leave again. */
    List<FormerPaper> former(PaperKind kind, long id) {
        return papers.former(kind, id);
    }

    /** @throws NotFound when the paper has no such former one */
    PaperFile former(PaperKind kind, long id, long former) {
        return papers.former(kind, id, former).orElseThrow(NotFound::new);
    }

    private PaperFile keep(PaperKind kind, long id, WrittenPaper paper) {
        byte[] bytes = pdfs.of("sales/paper/pdf", "paper.css", Map.of("paper", paper), paper.language());
        return papers.keep(kind, id, paper.fileName(), bytes);
    }
}
