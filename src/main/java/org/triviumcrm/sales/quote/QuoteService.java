package org.triviumcrm.sales.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Timelines;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDays;
import org.triviumcrm.sales.line.PaperDrafts;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.line.PaperSums;
import org.triviumcrm.sales.line.ReckonedPaper;
import org.triviumcrm.sales.number.NumberKind;
import org.triviumcrm.sales.number.PaperNumbers;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFacts;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.QuotePassage;
import org.triviumcrm.sales.release.QuoteStep;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Quotes: read, made, changed, copied, made anew, deleted. */
@Service
public class QuoteService {

    private final QuoteRepository quotes;
    private final PaperLineRepository lines;
    private final QuotePageRepository pages;
    private final QuoteFactsRepository facts;
    private final PaperDrafts drafts;
    private final QuoteExits exits;
    private final PaperNumbers numbers;
    private final Timelines timelines;
    private final Companies companies;
    private final Clock clock;

    QuoteService(
            QuoteRepository quotes,
            PaperLineRepository lines,
            QuotePageRepository pages,
            QuoteFactsRepository facts,
            PaperDrafts drafts,
            QuoteExits exits,
            PaperNumbers numbers,
            Timelines timelines,
            Companies companies,
            Clock clock) {
        this.quotes = quotes;
        this.lines = lines;
        this.pages = pages;
        this.facts = facts;
        this.drafts = drafts;
        this.exits = exits;
        this.numbers = numbers;
        this.timelines = timelines;
        this.companies = companies;
        this.clock = clock;
    }

    @CanViewQuotes
    @Transactional(readOnly = true)
    public QuotePage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** The lines, in their order, of one that the viewer sees. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public List<PaperLine> lines(Viewer viewer, QuotePage page) {
        return lines.of(PaperKind.QUOTE, page.id());
    }

    /** What it comes to, by its lines. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public PaperSums sums(Viewer viewer, QuotePage page, List<PaperLine> rows) {
        return page.sums(rows);
    }

    /** What has happened to it, the latest first. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public List<QuoteEvent> events(Viewer viewer, QuotePage page) {
        return pages.events(page.id());
    }

    /** All versions of it, the latest first. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public List<QuoteVersion> versions(Viewer viewer, QuotePage page) {
        return pages.versions(page.rootId());
    }

    /** @throws IllegalPaper at the field that can't be as it is */
    @CanCreateQuotes
    @Transactional
    public long create(Viewer viewer, SaveQuote input) {
        return create(viewer, input, null, "CREATED").getId();
    }

    private Quote create(Viewer viewer, SaveQuote input, @Nullable Quote before, String event) {
        PersonRef owner = drafts.owner(viewer, QuoteList.NOUN, input.getOwnerId(), before);
        requireFitting(viewer, input, before);
        ReckonedPaper reckoned = drafts.reckon(viewer, input);
        String number = before == null ? numbers.next(NumberKind.QUOTE, input.getQuotedOn()) : before.getNumber();
        Quote quote = new Quote(number, before, input, reckoned, owner, by(viewer), now());
        quotes.saveAndFlush(quote);
        lines.replace(PaperKind.QUOTE, quote.getId(), reckoned.lines());
        pages.note(
                quote.getId(), event, now(), by(viewer), before == null ? null : String.valueOf(before.getRevision()));
        return quote;
    }

    /**
     * Changes it. What was released and says something else then is a draft again.
     *
     * @throws ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalPaper at the field that can't be as it is, or when its state does not allow it
     */
    @CanEditQuotes
    @Transactional
    public void update(Viewer viewer, long id, SaveQuote input) {
        Quote quote = load(viewer, id);
        EditConflict.refuseStale(Quote.class, id, input.getVersion(), quote.getVersion());
        PersonRef owner = drafts.owner(viewer, QuoteList.NOUN, input.getOwnerId(), quote);
        requireFitting(viewer, input, quote);
        QuotePage page = page(viewer, id);
        List<PaperLine> before = lines.of(PaperKind.QUOTE, id);
        ReckonedPaper reckoned = drafts.reckon(viewer, input);
        boolean other = PaperDrafts.saysOther(page.toInput(before), before, input, reckoned.lines());
        QuotePassage passage = exits.open(QuoteStep.EDIT, now(id), other);
        quote.edit(passage, input, owner, now());
        if (page.isDraft() || passage.isAnew()) {
            quote.add(passage, reckoned);
            quotes.flush();
            lines.replace(PaperKind.QUOTE, id, reckoned.lines());
        }
        if (passage.isAnew()) {
            pages.note(id, "CHANGED", now(), by(viewer), null);
        }
    }

    /**
     * Begins a newer version with the same lines; the other stays as it is until that is released.
     *
     * @throws IllegalPaper when its state does not allow it, or a newer one is there already
     */
    @CanEditQuotes
    @Transactional
    public long revise(Viewer viewer, long id) {
        Quote quote = load(viewer, id);
        exits.open(QuoteStep.REVISE, now(id));
        if (!pages.isLatest(quote.getRootId(), quote.getRevision())) {
            throw new IllegalPaper("sales.quote.error.newer");
        }
        SaveQuote input = page(viewer, id).toInput(lines.of(PaperKind.QUOTE, id));
        renew(input);
        drafts.leaveOutWhatHasMoved(input);
        return create(viewer, input, quote, "REVISED").getId();
    }

    /**
     * Begins another quote with the same lines.
     *
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanCreateQuotes
    @Transactional
    public long duplicate(Viewer viewer, long id) {
        load(viewer, id);
        exits.open(QuoteStep.DUPLICATE, now(id));
        SaveQuote input = page(viewer, id).toInput(lines.of(PaperKind.QUOTE, id));
        renew(input);
        drafts.leaveOutWhatHasMoved(input);
        input.setOwnerId(viewer.personId());
        return create(viewer, input, null, "DUPLICATED").getId();
    }

    /** It is of today, and valid for as many days as before, or as many as there may be. */
    private void renew(SaveQuote input) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        long days = ChronoUnit.DAYS.between(input.getQuotedOn(), input.getValidUntil());
        input.setQuotedOn(today);
        input.setValidUntil(PaperDays.end(today, days));
    }

    /**
     * Only what never left: numbers of drafts that are deleted stay unused.
     *
     * @throws IllegalPaper when its state does not allow it, it has become a contract, or a paper of it is kept that has left
     */
    @CanDeleteQuotes
    @Transactional
    public void delete(Viewer viewer, long id) {
        Quote quote = load(viewer, id);
        exits.open(QuoteStep.DELETE, now(id));
        if (page(viewer, id).contractId() != null) {
            throw new IllegalPaper("sales.quote.error.hasContract");
        }
        if (quotes.hasLeft(id)) {
            throw new IllegalPaper("sales.quote.error.hasLeft");
        }
        timelines.handOver(QuoteList.NOUN, id, null);
        quotes.delete(quote);
        quotes.flush();
    }

    private void requireFitting(Viewer viewer, SaveQuote input, @Nullable Quote before) {
        PaperDays.require("quotedOn", input.getQuotedOn(), before == null ? null : before.getQuotedOn(), now());
        LocalDate end = before == null ? null : before.getValidUntil();
        PaperDays.requireEnd("validUntil", input.getValidUntil(), input.getQuotedOn(), end);
        drafts.requireFitting(viewer, input, before);
    }

    /** For a change: nobody else changes it until this transaction ends. */
    Quote load(Viewer viewer, long id) {
        Quote quote = quotes.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(QuoteList.NOUN).includes(quote.getOwnerId(), quote.getTeamId())) {
            throw new NotFound();
        }
        return quote;
    }

    QuoteFacts now(long id) {
        return facts.find(id).orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Long by(Viewer viewer) {
        return viewer.isJob() ? null : viewer.personId();
    }
}
