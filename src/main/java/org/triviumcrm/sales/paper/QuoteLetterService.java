package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContactPages;
import org.triviumcrm.identity.Letterheads;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.shared.web.NotFound;

/** Sends quotes by e-mail, with the paper as a file. */
@Service
public class QuoteLetterService {

    private final QuoteService quotes;
    private final QuoteLifeService life;
    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final PaperFiles files;
    private final PaperLetterRepository repository;
    private final Letters letters;
    private final Letterheads letterheads;
    private final ContactPages contactPages;
    private final MessageSource messages;
    private final Clock clock;

    QuoteLetterService(
            QuoteService quotes,
            QuoteLifeService life,
            QuoteFactsRepository facts,
            QuoteExits exits,
            PaperFiles files,
            PaperLetterRepository repository,
            Letters letters,
            Letterheads letterheads,
            ContactPages contactPages,
            MessageSource messages,
            Clock clock) {
        this.quotes = quotes;
        this.life = life;
        this.facts = facts;
        this.exits = exits;
        this.files = files;
        this.repository = repository;
        this.letters = letters;
        this.letterheads = letterheads;
        this.contactPages = contactPages;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a letter usually says, in the language of the paper, to the contact of the quote. */
    @CanSendPapers
    @Transactional(readOnly = true)
    SendPaper proposed(Viewer viewer, QuotePage quote) {
        Locale language = quote.language().startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        Object[] words = {
            quote.label(),
            quote.name(),
            Objects.requireNonNullElse(quote.contact(), quote.customer()),
            viewer.name(),
            letterheads.current().name(),
            whereToRead(quote, language)
        };
        return new SendPaper(
                Objects.requireNonNullElse(quote.contactEmail(), ""),
                quote.contact(),
                messages.getMessage("sales.letter.subject.usual", words, language),
                messages.getMessage("sales.letter.text.usual", words, language));
    }

    /** A sentence with the address of its page; empty for contacts without an account, and where nobody says how this is reached. */
    private String whereToRead(QuotePage quote, Locale language) {
        Long contact = quote.contactId();
        return contact == null || !letters.canLeave()
                ? ""
                : contactPages
                        .quote(contact, quote.id())
                        .map(path -> messages.getMessage(
                                "sales.letter.text.page", new Object[] {letters.url(path)}, language))
                        .orElse("");
    }

    /** Whether this installation sends e-mails. */
    @CanSendPapers
    boolean canLeave(Viewer viewer) {
        return letters.canLeave();
    }

    /** The letters with it, the latest first. */
    @CanViewPapers
    @Transactional(readOnly = true)
    public List<PaperLetter> of(Viewer viewer, long id) {
        return repository.of(PaperKind.QUOTE, quotes.page(viewer, id).id());
    }

    /**
     * Posts a letter with the paper of a quote. The paper is made now, so that what leaves is what is released now.
     *
     * @throws IllegalPaper when it is not released, or its day is over
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanSendPapers
    @Transactional
    void send(Viewer viewer, long id, SendPaper input) {
        quotes.page(viewer, id);
        ReleasedQuote released = exits.leave(QuoteExit.MAIL, facts.find(id).orElseThrow(NotFound::new));
        files.of(released);
        life.sent(viewer, released, input.address());
        Instant now = clock.instant();
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        long letter =
                repository.add(PaperKind.QUOTE, id, viewer.isJob() ? null : viewer.personId(), input, domain, now);
        letters.post(PaperLetters.key(PaperKind.QUOTE), letter, input.address(), input.receiver(), now);
    }
}
