package org.triviumcrm.sales.quote;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuotePassage;
import org.triviumcrm.sales.release.QuoteState;
import org.triviumcrm.sales.release.QuoteStep;
import org.triviumcrm.sales.release.ReleasedQuote;

/** The steps in a quote's life: released, taken back, accepted, declined. */
@Service
public class QuoteLifeService {

    private final QuoteService quotes;
    private final QuoteRepository repository;
    private final QuotePageRepository pages;
    private final QuoteAcceptanceRepository acceptances;
    private final QuoteExits exits;
    private final Notices notices;
    private final Clock clock;

    QuoteLifeService(
            QuoteService quotes,
            QuoteRepository repository,
            QuotePageRepository pages,
            QuoteAcceptanceRepository acceptances,
            QuoteExits exits,
            Notices notices,
            Clock clock) {
        this.quotes = quotes;
        this.repository = repository;
        this.pages = pages;
        this.acceptances = acceptances;
        this.exits = exits;
        this.notices = notices;
        this.clock = clock;
    }

    /** What the customer has agreed to on their own page; empty where somebody else has noted it, or nobody. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public Optional<QuoteAcceptance> acceptance(Viewer viewer, QuotePage page) {
        return page.state() == QuoteState.ACCEPTED ? acceptances.of(page.id()) : Optional.empty();
    }

    /**
     * Lets it leave; at once where no flow asks for an approval. Earlier versions are replaced by it.
     *
     * @throws org.triviumcrm.approval.ApprovalNeeded when somebody has to approve it
     * @throws IllegalPaper when its state does not allow it, or it offers nothing
     */
    @CanEditQuotes
    @Transactional
    public void release(Viewer viewer, long id) {
        Quote quote = quotes.load(viewer, id);
        if (!pages.offersAnything(id)) {
            throw new IllegalPaper("sales.quote.error.empty");
        }
        QuotePassage passage = step(viewer, quote, QuoteStep.RELEASE, null);
        repository.findEarlier(quote.getRootId(), quote.getRevision()).stream()
                .filter(earlier -> QuoteStep.REPLACE.isOffered(earlier.getState()))
                .forEach(earlier -> step(viewer, earlier, QuoteStep.REPLACE, String.valueOf(quote.getRevision())));
        repository.flush();
        if (!passage.isDecided()) {
            pages.note(id, "NO_FLOW", now(), null, null);
        }
    }

    /** Takes back what has not left: it is a draft again, and what was approved of it does not count any more. */
    @CanEditQuotes
    @Transactional
    public void withdraw(Viewer viewer, long id) {
        step(viewer, quotes.load(viewer, id), QuoteStep.WITHDRAW, null);
    }

    /** It leaves to an address. */
    @CanSendQuotes
    @Transactional
    public void sent(Viewer viewer, ReleasedQuote released, String address) {
        released.require(QuoteExit.MAIL);
        step(viewer, quotes.load(viewer, released.id()), QuoteStep.SEND, address);
    }

    /** The customer agrees, by telephone or on paper. @throws IllegalPaper when it is not released any more, or its day is over */
    @CanSendQuotes
    @Transactional
    public void accept(Viewer viewer, long id, DecideQuote input) {
        quotes.page(viewer, id);
        accepted(viewer, exits.leave(QuoteExit.ACCEPTANCE, quotes.now(id)), input.remark());
    }

    /** The customer does not want it. */
    @CanSendQuotes
    @Transactional
    public void decline(Viewer viewer, long id, DecideQuote input) {
        declined(viewer, id, input.remark());
    }

    /** The customer has agreed by an exit that has asked already. @param said who, and with which words */
    @CanSendQuotes
    @Transactional
    public void accepted(Viewer viewer, ReleasedQuote released, @Nullable String said) {
        released.require(QuoteExit.ACCEPTANCE);
        step(viewer, quotes.load(viewer, released.id()), QuoteStep.ACCEPT, said);
    }

    /** The customer has declined it on a page of their own. */
    @CanSendQuotes
    @Transactional
    public void declined(Viewer viewer, long id, @Nullable String said) {
        step(viewer, quotes.load(viewer, id), QuoteStep.DECLINE, said);
    }

    /** Its day is over, and whoever is in charge of it is told. Without effect when it was decided or prolonged meanwhile. */
    @CanEditQuotes
    @Transactional
    public void expire(Viewer viewer, long id, LocalDate today) {
        Quote quote = quotes.load(viewer, id);
        if (quote.getState().isOpen() && quote.getValidUntil().isBefore(today)) {
            step(viewer, quote, QuoteStep.EXPIRE, null);
            notices.tell(
                    List.of(quote.getOwnerId()),
                    "sales.quote.notice.expired",
                    List.of(quote.getNumber(), quote.getName()),
                    QuoteList.PATH + "/" + id);
        }
    }

    /** What stands in the way of its release, for pages that tell beforehand. */
    @CanViewQuotes
    @Transactional(readOnly = true)
    public Optional<Foretold> foretell(Viewer viewer, QuotePage page) {
        return page.isLocked() || !page.offers(QuoteStep.RELEASE.name())
                ? Optional.empty()
                : exits.foretell(viewer, quotes.now(page.id()));
    }

    QuotePassage step(Viewer viewer, Quote quote, QuoteStep step, @Nullable String said) {
        Long by = viewer.isJob() ? null : viewer.personId();
        QuotePassage passage = exits.open(step, quotes.now(quote.getId()));
        quote.take(passage, step, now());
        pages.note(quote.getId(), step.name(), now(), by, said);
        return passage;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
