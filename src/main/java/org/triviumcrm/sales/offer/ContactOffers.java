package org.triviumcrm.sales.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.OfferedQuotes;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.paper.PaperFile;
import org.triviumcrm.sales.paper.PaperFiles;
import org.triviumcrm.sales.paper.QuotePaperService;
import org.triviumcrm.sales.paper.WrittenPaper;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFacts;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Refusal;

/** Quotes as contacts see them; whatever they do goes through the exits as everything else. */
@Component
class ContactOffers implements OfferedQuotes {

    private final OfferRepository offers;
    private final OpeningRepository openings;
    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final QuoteService quotes;
    private final QuotePaperService papers;
    private final PaperFiles files;
    private final QuoteLifeService life;
    private final Notices notices;
    private final Companies companies;
    private final Clock clock;

    ContactOffers(
            OfferRepository offers,
            OpeningRepository openings,
            QuoteFactsRepository facts,
            QuoteExits exits,
            QuoteService quotes,
            QuotePaperService papers,
            PaperFiles files,
            QuoteLifeService life,
            Notices notices,
            Companies companies,
            Clock clock) {
        this.offers = offers;
        this.openings = openings;
        this.facts = facts;
        this.exits = exits;
        this.quotes = quotes;
        this.papers = papers;
        this.files = files;
        this.life = life;
        this.notices = notices;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Offer> of(long contactId) {
        return offers.of(contactId, today());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Detail> find(long contactId, long id) {
        return offers.find(contactId, id, today()).flatMap(offer -> leave(offer).map(released -> detail(offer)));
    }

    @Override
    @Transactional
    public void opened(long contactId, long id, String name) {
        offers.find(contactId, id, today())
                .filter(offer -> leave(offer).map(files::of).isPresent())
                .filter(offer -> openings.note(OpeningRepository.Events.QUOTE, id, name, clock.instant()))
                .ifPresent(offer -> notices.tell(
                        List.of(now(id).ownerId()),
                        "sales.offer.notice.opened",
                        List.of(name, offer.label(), offer.name()),
                        "/sales/quotes/" + id));
    }

    /** What a page shows has left the house as much as what a file holds. */
    private Optional<ReleasedQuote> leave(Offer offer) {
        try {
            return Optional.of(exits.leave(QuoteExit.PORTAL, now(offer.id())));
        } catch (Refusal mayNotLeave) {
            return Optional.empty();
        }
    }

    private Detail detail(Offer offer) {
        WrittenPaper paper = papers.paper(job(), quotes.page(job(), offer.id()));
        return new Detail(offer, read(paper), offers.agreement(offer.id()).orElse(null));
    }

    static Paper read(WrittenPaper paper) {
        return new Paper(
                paper.lang(),
                paper.introduction(),
                paper.lines().stream()
                        .map(line -> new Row(
                                line.kind().name(),
                                line.words(),
                                line.detail(),
                                line.quantity(),
                                line.price(),
                                line.amount()))
                        .toList(),
                paper.sums().stream()
                        .map(sum -> new Sum(sum.label(), sum.amount(), sum.strong()))
                        .toList(),
                paper.terms());
    }

    @Override
    @Transactional
    public Optional<File> file(long contactId, long id) {
        return offers.find(contactId, id, today()).flatMap(this::leave).map(released -> {
            PaperFile file = files.of(released);
            return new File(file.name(), file.bytes());
        });
    }

    @Override
    @Transactional
    public void accept(long contactId, long id, String name, @Nullable String remark, String address) {
        decide(contactId, id, "sales.offer.notice.accepted", offer -> {
            ReleasedQuote released = exits.leave(QuoteExit.ACCEPTANCE, now(id));
            PaperFile file = files.of(released);
            life.accepted(job(), released, remark == null ? name : name + "\n" + remark);
            offers.agree(id, contactId, name, remark, address, file.sha256(), clock.instant());
        });
    }

    @Override
    @Transactional
    public void decline(long contactId, long id, @Nullable String remark) {
        decide(contactId, id, "sales.offer.notice.declined", offer -> life.declined(job(), id, remark));
    }

    /** Whoever is in charge of it is told. */
    private void decide(long contactId, long id, String notice, Consumer<Offer> decision) {
        Offer offer = offers.find(contactId, id, today()).orElseThrow(NotFound::new);
        try {
            decision.accept(offer);
        } catch (Refusal late) {
            throw new Closed(late);
        }
        notices.tell(List.of(now(id).ownerId()), notice, List.of(offer.label(), offer.name()), "/sales/quotes/" + id);
    }

    private QuoteFacts now(long id) {
        return facts.find(id).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    private static Viewer job() {
        return Viewer.job("sales.log.offer");
    }
}
