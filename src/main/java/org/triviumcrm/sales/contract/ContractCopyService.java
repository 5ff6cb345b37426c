package org.triviumcrm.sales.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.PaperDrafts;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLine;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.line.SaveLine;
import org.triviumcrm.sales.quote.QuotePage;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractStep;
import org.triviumcrm.shared.web.NotFound;

/** Contracts that begin with what stands elsewhere: in a quote, in another contract, in what they amend. */
@Service
public class ContractCopyService {

    private final ContractService contracts;
    private final ContractRecordRepository records;
    private final ContractExits exits;
    private final PaperLineRepository lines;
    private final PaperDrafts drafts;
    private final QuoteService quotes;
    private final QuoteFactsRepository quoteFacts;
    private final QuoteExits quoteExits;
    private final Companies companies;
    private final Clock clock;

    ContractCopyService(
            ContractService contracts,
            ContractRecordRepository records,
            ContractExits exits,
            PaperLineRepository lines,
            PaperDrafts drafts,
            QuoteService quotes,
            QuoteFactsRepository quoteFacts,
            QuoteExits quoteExits,
            Companies companies,
            Clock clock) {
        this.contracts = contracts;
        this.records = records;
        this.exits = exits;
        this.lines = lines;
        this.drafts = drafts;
        this.quotes = quotes;
        this.quoteFacts = quoteFacts;
        this.quoteExits = quoteExits;
        this.companies = companies;
        this.clock = clock;
    }

    /** The contract that a quote has become. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public Optional<Long> ofQuote(Viewer viewer, long quoteId) {
        return records.ofQuote(quoteId);
    }

    /**
     * A contract on what a quote offers, with its lines and its terms: what the customer did not choose is not in it.
     *
     * @throws IllegalPaper when the quote is not released, was declined, or has become a contract already
     * @throws org.triviumcrm.approval.UnderApproval while an approval of the quote is pending
     */
    @CanCreateContracts
    @Transactional
    public long fromQuote(Viewer viewer, long quoteId) {
        QuotePage quote = quotes.page(viewer, quoteId);
        ReleasedQuote released =
                quoteExits.leave(QuoteExit.CONTRACT, quoteFacts.find(quoteId).orElseThrow(NotFound::new));
        released.require(QuoteExit.CONTRACT);
        if (records.ofQuote(quoteId).isPresent()) {
            throw new IllegalPaper("sales.contract.error.hasContract");
        }
        SaveContract input = new SaveContract();
        input.setName(quote.name());
        input.setOpportunityId(quote.opportunityId());
        input.setCustomerId(quote.customerId());
        input.setContactId(quote.contactId());
        input.setLanguage(quote.language());
        input.setCurrency(quote.currency());
        input.setPriceListId(quote.priceListId());
        input.setGross(quote.gross());
        input.setDatedOn(today());
        input.setStartsOn(today());
        input.setDiscountKind(quote.discountKind());
        input.setDiscountValue(quote.discountValue().signum() == 0 ? null : PaperLine.plain(quote.discountValue()));
        input.setTerms(quote.terms());
        input.setSignatoryId(quote.ownerId());
        input.setTheirSignatory(quote.contact());
        input.setOwnerId(drafts.isHere(quote.ownerId()) ? quote.ownerId() : viewer.personId());
        input.setLines(agreed(quotes.lines(viewer, quote)));
        leaveOutWhatHasMoved(input);
        return contracts.create(viewer, input, null, quoteId, "FROM_QUOTE").getId();
    }

    private static List<SaveLine> agreed(List<PaperLine> offered) {
        return offered.stream()
                .filter(line -> line.quantity() == null || line.counts())
                .map(PaperLine::toInput)
                .peek(line -> {
                    line.setOptional(false);
                    line.setChosen(false);
                })
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }

    /**
     * Begins an amendment with all that holds now; that stays in force until the amendment is signed and its day has come.
     *
     * @throws IllegalPaper when the contract is not in force, or a newer amendment is there already
     */
    @CanEditContracts
    @Transactional
    public long amend(Viewer viewer, long id) {
        Contract contract = contracts.load(viewer, id);
        exits.leave(ContractExit.AMENDMENT, contracts.now(id)).require(ContractExit.AMENDMENT);
        exits.open(ContractStep.AMEND, contracts.now(id));
        if (!records.isLatest(contract.getRootId(), contract.getRevision())) {
            throw new IllegalPaper("sales.contract.error.newer");
        }
        ContractPage page = contracts.page(viewer, id);
        SaveContract input = page.toInput(lines.of(PaperKind.CONTRACT, id));
        input.setDatedOn(today());
        LocalDate end = page.period().endsOn();
        LocalDate earliest = later(today(), page.period().startsOn());
        input.setEffectiveOn(end != null && earliest.isAfter(end) ? end : earliest);
        leaveOutWhatHasMoved(input);
        return contracts
                .create(viewer, input, contract, page.quoteId(), "AMENDED")
                .getId();
    }

    /**
     * Begins another contract with the same lines: for the time after it, as long as it was.
     *
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanCreateContracts
    @Transactional
    public long duplicate(Viewer viewer, long id) {
        contracts.load(viewer, id);
        exits.open(ContractStep.DUPLICATE, contracts.now(id));
        ContractPage page = contracts.page(viewer, id);
        SaveContract input = page.toInput(lines.of(PaperKind.CONTRACT, id));
        LocalDate end = page.period().endsOn();
        LocalDate start = later(
                today(), Objects.requireNonNullElse(end, today().minusDays(1)).plusDays(1));
        input.setDatedOn(today());
        input.setStartsOn(start);
        input.setEndsOn(
                end == null
                        ? null
                        : end.plusDays(
                                start.toEpochDay() - page.period().startsOn().toEpochDay()));
        input.setEffectiveOn(null);
        input.setOpportunityId(page.renewalId());
        input.setOwnerId(viewer.personId());
        leaveOutWhatHasMoved(input);
        return contracts.create(viewer, input, null, null, "DUPLICATED").getId();
    }

    /** Whoever signed the other one may have left since: then the draft names nobody yet. */
    private void leaveOutWhatHasMoved(SaveContract input) {
        drafts.leaveOutWhatHasMoved(input);
        Long signatory = input.getSignatoryId();
        if (signatory != null && !drafts.isHere(signatory)) {
            input.setSignatoryId(null);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }
}
