package org.triviumcrm.sales.offer;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContactContracts;
import org.triviumcrm.customer.OfferedQuotes.File;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.paper.ContractPaperService;
import org.triviumcrm.sales.paper.PaperFile;
import org.triviumcrm.sales.paper.PaperFiles;
import org.triviumcrm.sales.receivable.Instalment;
import org.triviumcrm.sales.receivable.ReceivableService;
import org.triviumcrm.sales.receivable.Receivables;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.sales.seal.ContractState;
import org.triviumcrm.sales.seal.ReleasedContract;
import org.triviumcrm.shared.web.Refusal;

/** Contracts as contacts see them; what they read leaves by its exit, as what is sent to them. */
@Component
class SentContracts implements ContactContracts {

    private final SentContractRepository sent;
    private final OpeningRepository openings;
    private final Notices notices;
    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final ContractService contracts;
    private final ContractPaperService papers;
    private final PaperFiles files;
    private final ReceivableService receivables;
    private final Companies companies;
    private final Clock clock;

    SentContracts(
            SentContractRepository sent,
            OpeningRepository openings,
            Notices notices,
            ContractFactsRepository facts,
            ContractExits exits,
            ContractService contracts,
            ContractPaperService papers,
            PaperFiles files,
            ReceivableService receivables,
            Companies companies,
            Clock clock) {
        this.sent = sent;
        this.openings = openings;
        this.notices = notices;
        this.facts = facts;
        this.exits = exits;
        this.contracts = contracts;
        this.papers = papers;
        this.files = files;
        this.receivables = receivables;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Contract> of(long contactId) {
        return sent.of(contactId);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Detail> find(long contactId, long id) {
        return sent.find(contactId, id).flatMap(contract -> leave(id).map(released -> detail(contract)));
    }

    @Override
    @Transactional
    public void opened(long contactId, long id, String name) {
        sent.find(contactId, id)
                .filter(contract -> leave(id).map(files::of).isPresent())
                .filter(contract -> openings.note(OpeningRepository.Events.CONTRACT, id, name, clock.instant()))
                .ifPresent(contract -> facts.find(id)
                        .ifPresent(now -> notices.tell(
                                List.of(now.ownerId()),
                                "sales.offer.notice.contractOpened",
                                List.of(name, contract.label(), contract.name()),
                                "/sales/contracts/" + id)));
    }

    private Detail detail(Contract contract) {
        ContractPage page = contracts.page(job(), contract.id());
        return new Detail(contract, ContactOffers.read(papers.paper(job(), page)), account(page));
    }

    /** Plan and receipts are those of the whole contract: the paper that holds now shows them. */
    private @Nullable Account account(ContractPage page) {
        if (page.state() == ContractState.RELEASED || page.state() == ContractState.REPLACED) {
            return null;
        }
        Receivables owed = receivables.of(job(), page);
        LocalDate today = LocalDate.ofInstant(clock.instant(), companies.zone());
        return new Account(
                owed.instalments().stream()
                        .map(one ->
                                new Payment(one.dueOn(), one.condition(), one.amount(), one.open(), one.isLate(today)))
                        .toList(),
                owed.receipts().stream()
                        .filter(one -> !one.isCancelled())
                        .map(one -> new Receipt(one.receivedOn(), one.kind().signed(one.amount())))
                        .toList(),
                owed.received(),
                open(owed.instalments()),
                open(owed.instalments().stream()
                        .filter(one -> one.isLate(today))
                        .toList()));
    }

    private static BigDecimal open(List<Instalment> instalments) {
        return instalments.stream().map(Instalment::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    @Transactional
    public Optional<File> file(long contactId, long id) {
        return sent.find(contactId, id).flatMap(contract -> leave(id)).map(released -> {
            PaperFile file = files.of(released);
            return new File(file.name(), file.bytes());
        });
    }

    private Optional<ReleasedContract> leave(long id) {
        try {
            return facts.find(id).map(now -> exits.leave(ContractExit.PORTAL, now));
        } catch (Refusal mayNotLeave) {
            return Optional.empty();
        }
    }

    private static Viewer job() {
        return Viewer.job("sales.log.contract");
    }
}
