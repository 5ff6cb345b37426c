package org.triviumcrm.sales.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.approval.Foretold;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.ContractSigned;
import org.triviumcrm.sales.line.PaperDrafts;
import org.triviumcrm.sales.release.IllegalPaper;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractPassage;
import org.triviumcrm.sales.seal.ContractState;
import org.triviumcrm.sales.seal.ContractStep;
import org.triviumcrm.sales.seal.ReleasedContract;

/** The steps in a contract's life: released, taken back, signed, ended. */
@Service
public class ContractLifeService {

    private final ContractService contracts;
    private final ContractRepository repository;
    private final ContractRecordRepository records;
    private final PaperDrafts drafts;
    private final ContractExits exits;
    private final ApplicationEventPublisher events;
    private final Companies companies;
    private final Clock clock;

    ContractLifeService(
            ContractService contracts,
            ContractRepository repository,
            ContractRecordRepository records,
            PaperDrafts drafts,
            ContractExits exits,
            ApplicationEventPublisher events,
            Companies companies,
            Clock clock) {
        this.contracts = contracts;
        this.repository = repository;
        this.records = records;
        this.drafts = drafts;
        this.exits = exits;
        this.events = events;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Lets it leave and be signed; at once where no flow asks for an approval.
     *
     * @throws org.triviumcrm.approval.ApprovalNeeded when somebody has to approve it
     * @throws IllegalPaper when its state does not allow it, or it has no line
     */
    @CanEditContracts
    @Transactional
    public void release(Viewer viewer, long id) {
        Contract contract = contracts.load(viewer, id);
        if (!records.agreesOnAnything(id)) {
            throw new IllegalPaper("sales.contract.error.empty");
        }
        ContractPassage passage = step(viewer, contract, ContractStep.RELEASE, null);
        repository.flush();
        if (!passage.isDecided()) {
            records.note(id, "NO_FLOW", now(), null, null);
        }
    }

    /** Takes back what nobody has signed: it is a draft again, and what was approved of it does not count any more. */
    @CanEditContracts
    @Transactional
    public void withdraw(Viewer viewer, long id) {
        step(viewer, contracts.load(viewer, id), ContractStep.WITHDRAW, null);
    }

    /** It leaves to an address. */
    @CanSendContracts
    @Transactional
    public void sent(Viewer viewer, ReleasedContract released, String address) {
        released.require(ContractExit.MAIL);
        step(viewer, contracts.load(viewer, released.id()), ContractStep.SEND, address);
    }

    /** Its customer was reminded of what is late. @param said to whom */
    @CanRemindOfPayments
    @Transactional
    public void reminded(Viewer viewer, ReleasedContract released, String said) {
        released.require(ContractExit.REMINDER);
        records.note(released.id(), ContractExit.REMINDER.name(), now(), ContractService.by(viewer), said);
    }

    /**
     * Both have signed: it holds from its start on, or from the day of the amendment.
     *
     * @throws IllegalPaper when it is not released, or at the field that can't be as it is
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     * @throws org.triviumcrm.approval.ApprovalNeeded when it is not any more what was approved
     */
    @CanSignContracts
    @Transactional
    public void sign(Viewer viewer, long id, SignContract input) {
        Contract contract = contracts.load(viewer, id);
        exits.leave(ContractExit.SIGNATURE, contracts.now(id)).require(ContractExit.SIGNATURE);
        if (input.signedOn().isAfter(companies.latestDay(viewer, clock.instant()))) {
            throw new IllegalPaper("signedOn", "sales.contract.error.signedLater");
        }
        drafts.requirePerson(input.signatoryId(), "signatoryId");
        Contract before = held(contract).orElse(null);
        if (contract.getRevision() > 1 && before == null) {
            throw new IllegalPaper("sales.contract.error.endedMeanwhile");
        }
        ContractPassage passage = exits.open(ContractStep.SIGN, contracts.now(id));
        contract.sign(passage, input, before, (net, currency, day) -> drafts.inBase(viewer, net, currency, day), now());
        repository.flush();
        records.note(id, ContractStep.SIGN.name(), now(), ContractService.by(viewer), input.theirSignatory());
        takeEffect(viewer, contract, today());
        events.publishEvent(new ContractSigned(
                id,
                contract.getCustomerId(),
                contract.getOpportunityId(),
                contract.getOwnerId(),
                viewer.personId(),
                input.signedOn(),
                before != null));
    }

    /** What is in force under the same number. */
    private Optional<Contract> held(Contract amendment) {
        return repository.findEarlier(amendment.getRootId(), amendment.getRevision()).stream()
                .filter(earlier -> earlier.getState() == ContractState.SIGNED)
                .reduce((first, last) -> last);
    }

    /** An amendment takes the place of what held before, once its day has come. */
    @CanEditContracts
    @Transactional
    public void takeEffect(Viewer viewer, long id, LocalDate today) {
        takeEffect(viewer, contracts.load(viewer, id), today);
    }

    private void takeEffect(Viewer viewer, Contract contract, LocalDate today) {
        if (contract.getState() == ContractState.SIGNED
                && !contract.period().holdsFrom().isAfter(today)) {
            repository.findEarlier(contract.getRootId(), contract.getRevision()).stream()
                    .filter(earlier -> earlier.getState() == ContractState.SIGNED)
                    .forEach(earlier -> step(viewer, earlier, ContractStep.REPLACE, contract.label()));
            repository.flush();
        }
    }

    /**
     * One of both ends it before its time. What was signed counts as before; an amendment says where less is agreed.
     *
     * @throws IllegalPaper when it is not in force, or at the field that can't be as it is
     */
    @CanTerminateContracts
    @Transactional
    public void terminate(Viewer viewer, long id, TerminateContract input) {
        Contract contract = contracts.load(viewer, id);
        if (input.terminatedOn().isAfter(companies.latestDay(viewer, clock.instant()))) {
            throw new IllegalPaper("terminatedOn", "sales.contract.error.terminatedLater");
        }
        terminate(viewer, contract, input);
        repository.findEarlier(contract.getRootId(), Integer.MAX_VALUE).stream()
                .filter(paper -> paper.getId() != id && paper.getState() == ContractState.SIGNED)
                .forEach(paper -> terminate(viewer, paper, input));
    }

    /** An amendment that is signed and does not hold yet ends with what it amends. */
    private void terminate(Viewer viewer, Contract contract, TerminateContract input) {
        ContractPassage passage = exits.open(ContractStep.TERMINATE, contracts.now(contract.getId()));
        contract.terminate(passage, input, now());
        repository.flush();
        records.note(
                contract.getId(), ContractStep.TERMINATE.name(), now(), ContractService.by(viewer), input.reason());
    }

    /** Its last day is over: it goes on where it renews itself, and ends otherwise. Without effect when it was prolonged meanwhile. */
    @CanEditContracts
    @Transactional
    public void end(Viewer viewer, long id, LocalDate today) {
        Contract contract = contracts.load(viewer, id);
        LocalDate end = contract.period().endsOn();
        if (contract.getState() != ContractState.SIGNED || end == null || !end.isBefore(today)) {
            return;
        }
        if (contract.period().renewal() == Renewal.AUTOMATIC) {
            exits.leave(ContractExit.RENEWAL, contracts.now(id)).require(ContractExit.RENEWAL);
            contract.extend(exits.open(ContractStep.EXTEND, contracts.now(id)), today, now());
            repository.flush();
            records.note(
                    id,
                    ContractStep.EXTEND.name(),
                    now(),
                    null,
                    String.valueOf(contract.period().endsOn()));
        } else {
            step(viewer, contract, ContractStep.END, null);
        }
    }

    /** What stands in the way of its release, for pages that tell beforehand. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public Optional<Foretold> foretell(Viewer viewer, ContractPage page) {
        return page.isLocked() || !page.offers(ContractStep.RELEASE.name())
                ? Optional.empty()
                : exits.foretell(viewer, contracts.now(page.id()));
    }

    private ContractPassage step(Viewer viewer, Contract contract, ContractStep step, @Nullable String said) {
        ContractPassage passage = exits.open(step, contracts.now(contract.getId()));
        contract.take(passage, step, now());
        records.note(contract.getId(), step.name(), now(), ContractService.by(viewer), said);
        return passage;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
