package org.triviumcrm.sales.paper;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.shared.web.NotFound;

/** Quotes as papers: read here in any state, and files of them once they are released. */
@Service
public class QuotePaperService {

    private final QuoteService quotes;
    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final PaperWriter writer;
    private final PaperFiles files;

    QuotePaperService(
            QuoteService quotes, QuoteFactsRepository facts, QuoteExits exits, PaperWriter writer, PaperFiles files) {
        this.quotes = quotes;
        this.facts = facts;
        this.exits = exits;
        this.writer = writer;
        this.files = files;
    }

    /** As its customer would read it. */
    @CanViewPapers
    @Transactional(readOnly = true)
    public WrittenPaper paper(Viewer viewer, QuotePage page) {
        List<PaperLine> lines = quotes.lines(viewer, page);
        return writer.write(PaperContent.of(page), lines, quotes.sums(viewer, page, lines));
    }

    /**
     * The paper as a file: the same bytes each time, as it is kept from the first time on.
     *
     * @throws org.triviumcrm.sales.release.IllegalPaper when it is not released
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanViewPapers
    @Transactional
    public PaperFile pdf(Viewer viewer, long id) {
        quotes.page(viewer, id);
        return files.of(exits.leave(QuoteExit.PDF, facts.find(id).orElseThrow(NotFound::new)));
    }

    /** As what it was released before, until it was changed or withdrawn; the latest first. */
    @CanViewPapers
    @Transactional(readOnly = true)
    public List<FormerPaper> former(Viewer viewer, long id) {
        return files.former(PaperKind.QUOTE, quotes.page(viewer, id).id());
    }

    /** The file of one of those, as it has left. */
    @CanViewPapers
    @Transactional(readOnly = true)
    public PaperFile former(Viewer viewer, long id, long former) {
        return files.former(PaperKind.QUOTE, quotes.page(viewer, id).id(), former);
    }
}
