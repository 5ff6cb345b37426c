package org.triviumcrm.sales.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.Timelines;
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
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFacts;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.sales.seal.ContractPassage;
import org.triviumcrm.sales.seal.ContractStep;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** Contracts: read, made, changed, deleted. */
@Service
public class ContractService {

    private final ContractRepository contracts;
    private final PaperLineRepository lines;
    private final ContractPageRepository pages;
    private final ContractRecordRepository records;
    private final ContractFactsRepository facts;
    private final PaperDrafts drafts;
    private final ContractExits exits;
    private final PaperNumbers numbers;
    private final Timelines timelines;
    private final Clock clock;

    ContractService(
            ContractRepository contracts,
            PaperLineRepository lines,
            ContractPageRepository pages,
            ContractRecordRepository records,
            ContractFactsRepository facts,
            PaperDrafts drafts,
            ContractExits exits,
            PaperNumbers numbers,
            Timelines timelines,
            Clock clock) {
        this.contracts = contracts;
        this.lines = lines;
        this.pages = pages;
        this.records = records;
        this.facts = facts;
        this.drafts = drafts;
        this.exits = exits;
        this.numbers = numbers;
        this.timelines = timelines;
        this.clock = clock;
    }

    @CanViewContracts
    @Transactional(readOnly = true)
    public ContractPage page(Viewer viewer, long id) {
        return pages.find(viewer, id).orElseThrow(NotFound::new);
    }

    /** The lines, in their order, of one that the viewer sees. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public List<PaperLine> lines(Viewer viewer, ContractPage page) {
        return lines.of(PaperKind.CONTRACT, page.id());
    }

    /** What it comes to, by its lines. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public PaperSums sums(Viewer viewer, ContractPage page, List<PaperLine> rows) {
        return page.sums(rows);
    }

    /** What has happened to it, the latest first. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public List<ContractEvent> events(Viewer viewer, ContractPage page) {
        return records.events(page.id());
    }

    /** The contract and its amendments, the latest first. */
    @CanViewContracts
    @Transactional(readOnly = true)
    public List<ContractPaper> papers(Viewer viewer, ContractPage page) {
        return records.papers(page.rootId());
    }

    /** @throws IllegalPaper at the field that can't be as it is */
    @CanCreateContracts
    @Transactional
    public long create(Viewer viewer, SaveContract input) {
        input.setEffectiveOn(null);
        return create(viewer, input, null, null, "CREATED").getId();
    }

    /**
     * @param before what it amends
     * @param quote what its lines come from
     */
    Contract create(Viewer viewer, SaveContract input, @Nullable Contract before, @Nullable Long quote, String event) {
        PersonRef owner = drafts.owner(viewer, ContractList.NOUN, input.getOwnerId(), before);
        PaperDays.require("datedOn", input.getDatedOn(), null, now());
        requireFitting(viewer, input, before);
        ReckonedPaper reckoned = drafts.reckon(viewer, input);
        String number = before == null ? numbers.next(NumberKind.CONTRACT, input.getDatedOn()) : before.getNumber();
        Contract contract = new Contract(number, before, quote, input, reckoned, owner, by(viewer), now());
        contracts.saveAndFlush(contract);
        lines.replace(PaperKind.CONTRACT, contract.getId(), reckoned.lines());
        records.note(contract.getId(), event, now(), by(viewer), before == null ? null : before.label());
        return contract;
    }

    /**
     * Changes it. What was released and says something else then is a draft again.
     *
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when somebody has changed it since
     * @throws IllegalPaper at the field that can't be as it is, or when its state does not allow it
     */
    @CanEditContracts
    @Transactional
    public void update(Viewer viewer, long id, SaveContract input) {
        Contract contract = load(viewer, id);
        EditConflict.refuseStale(Contract.class, id, input.getVersion(), contract.getVersion());
        PersonRef owner = drafts.owner(viewer, ContractList.NOUN, input.getOwnerId(), contract);
        ContractPage page = page(viewer, id);
        input.setEffectiveOn(effective(page, input));
        PaperDays.require("datedOn", input.getDatedOn(), page.datedOn(), now());
        requireFitting(viewer, input, contract);
        List<PaperLine> before = lines.of(PaperKind.CONTRACT, id);
        ReckonedPaper reckoned = drafts.reckon(viewer, input);
        boolean other = PaperDrafts.saysOther(input, reckoned.lines(), page.toInput(before), before);
        ContractPassage passage = exits.open(ContractStep.EDIT, now(id), other);
        contract.edit(passage, input, owner, now());
        if (page.isDraft() || passage.isAnew()) {
            contract.add(passage, reckoned);
            contracts.flush();
            lines.replace(PaperKind.CONTRACT, id, reckoned.lines());
        }
        if (passage.isAnew()) {
            records.note(id, "CHANGED", now(), by(viewer), null);
        }
    }

    /** Only an amendment takes effect on a day of its own. */
    private static @Nullable LocalDate effective(ContractPage page, SaveContract input) {
        if (!page.isAmendment()) {
            return null;
        }
        if (input.getEffectiveOn() == null) {
            throw new IllegalPaper("effectiveOn", "sales.contract.error.effectiveOn");
        }
        return input.getEffectiveOn();
    }

    private void requireFitting(Viewer viewer, SaveContract input, @Nullable Contract before) {
        LocalDate end = input.getEndsOn();
        if (end != null && end.isBefore(input.getStartsOn())) {
            throw new IllegalPaper("endsOn", "sales.quote.error.endsBefore");
        }
        LocalDate effect = input.getEffectiveOn();
        if (effect != null && (effect.isBefore(input.getStartsOn()) || end != null && effect.isAfter(end))) {
            throw new IllegalPaper("effectiveOn", "sales.contract.error.effectOutside");
        }
        if (input.getRenewal() == Renewal.AUTOMATIC && end == null) {
            throw new IllegalPaper("endsOn", "sales.contract.error.renewsWithoutEnd");
        }
        if (input.getRenewal() == Renewal.AUTOMATIC && input.getRenewalMonths() == null) {
            throw new IllegalPaper("renewalMonths", "sales.contract.error.months");
        }
        Long signatory = input.getSignatoryId();
        if (signatory != null) {
            drafts.requirePerson(signatory, "signatoryId");
        }
        if (effect != null && before != null && !before.getCurrency().equals(input.getCurrency())) {
            throw new IllegalPaper("currency", "sales.contract.error.currencyOfAmendment");
        }
        drafts.requireFitting(viewer, input, before);
    }

    /**
     * Only what was never released: numbers of drafts that are deleted stay unused.
     *
     * @throws IllegalPaper when its state does not allow it
     */
    @CanDeleteContracts
    @Transactional
    public void delete(Viewer viewer, long id) {
        Contract contract = load(viewer, id);
        exits.open(ContractStep.DELETE, now(id));
        if (contracts.hasLeft(id)) {
            throw new IllegalPaper("sales.quote.error.hasLeft");
        }
        timelines.handOver(ContractList.NOUN, id, null);
        contracts.delete(contract);
        contracts.flush();
    }

    /** For a change: nobody else changes it until this transaction ends. */
    Contract load(Viewer viewer, long id) {
        Contract contract = contracts.findForChange(id).orElseThrow(NotFound::new);
        if (!viewer.scope(ContractList.NOUN).includes(contract.getOwnerId(), contract.getTeamId())) {
            throw new NotFound();
        }
        return contract;
    }

    ContractFacts now(long id) {
        return facts.find(id).orElseThrow(NotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Long by(Viewer viewer) {
        return viewer.isJob() ? null : viewer.personId();
    }
}
