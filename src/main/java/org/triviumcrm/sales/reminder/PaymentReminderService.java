package org.triviumcrm.sales.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Letterheads;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.line.PaperWords;
import org.triviumcrm.sales.receivable.Instalment;
import org.triviumcrm.sales.receivable.LatePayments;
import org.triviumcrm.sales.receivable.ReceivableService;
import org.triviumcrm.sales.receivable.ReminderLevel;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;
import org.triviumcrm.sales.seal.ReleasedContract;
import org.triviumcrm.shared.web.NotFound;

/** Reminds customers of what is late. */
@Service
public class PaymentReminderService {

    private final ContractService contracts;
    private final ContractLifeService life;
    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final ReceivableService receivables;
    private final PaymentReminderRepository repository;
    private final Letters letters;
    private final Letterheads letterheads;
    private final MessageSource messages;
    private final Clock clock;

    PaymentReminderService(
            ContractService contracts,
            ContractLifeService life,
            ContractFactsRepository facts,
            ContractExits exits,
            ReceivableService receivables,
            PaymentReminderRepository repository,
            Letters letters,
            Letterheads letterheads,
            MessageSource messages,
            Clock clock) {
        this.contracts = contracts;
        this.life = life;
        this.facts = facts;
        this.exits = exits;
        this.receivables = receivables;
        this.repository = repository;
        this.letters = letters;
        this.letterheads = letterheads;
        this.messages = messages;
        this.clock = clock;
    }

    /** The letters about a contract, the latest first. @throws NotFound when the viewer does not see the contract */
    @CanViewPaymentReminders
    @Transactional(readOnly = true)
    public List<PaymentReminder> of(Viewer viewer, long contractId) {
        return repository.of(contracts.page(viewer, contractId).rootId());
    }

    /** What is late of a contract; nothing of one that is not signed. */
    @CanSendPaymentReminders
    @Transactional(readOnly = true)
    LatePayments late(Viewer viewer, ContractPage contract) {
        return receivables.late(viewer, contract);
    }

    /** Whom one can write to: whom the contract names comes first. */
    @CanSendPaymentReminders
    @Transactional(readOnly = true)
    List<ReminderContact> contacts(Viewer viewer, ContractPage contract) {
        return repository.contacts(viewer, contract.customerId(), contract.contactId());
    }

    /** Whether this installation sends e-mails. */
    @CanSendPaymentReminders
    boolean canLeave(Viewer viewer) {
        return letters.canLeave();
    }

    /**
     * What a letter usually says, in the language of the contract.
     *
     * @param level null for what comes next
     * @param to null for the customer as a whole
     */
    @CanSendPaymentReminders
    @Transactional(readOnly = true)
    SendPaymentReminder proposed(
            Viewer viewer,
            ContractPage contract,
            LatePayments late,
            @Nullable ReminderLevel level,
            @Nullable ReminderContact to) {
        ReminderLevel firmness = level == null ? late.next() : level;
        PaperWords words = new PaperWords(messages, contract.language(), late.currency());
        Object[] said = {
            contract.number(),
            to == null ? contract.customer() : to.name(),
            contract.name(),
            late.payments().stream().map(one -> line(words, one, late.today())).collect(Collectors.joining("\n")),
            words.money(late.open()),
            viewer.name(),
            letterheads.current().name()
        };
        return new SendPaymentReminder(
                firmness,
                to == null ? null : to.id(),
                words.text("sales.reminder.subject." + firmness, said),
                words.text("sales.reminder.text." + firmness, said),
                late.seen());
    }

    private static String line(PaperWords words, Instalment one, LocalDate today) {
        boolean partly = one.received().signum() > 0;
        return words.text(
                partly ? "sales.reminder.line.partly" : "sales.reminder.line",
                words.date(one.dueOn()),
                ChronoUnit.DAYS.between(one.dueOn(), today),
                words.money(one.open()),
                words.money(one.amount()));
    }

    /**
     * Posts a letter. What it names as late is kept with it: it leaves only as long as that is so.
     *
     * @throws IllegalReminder when nothing is late, something else than when it was written, or at the field that can't be as it is
     * @throws org.triviumcrm.sales.release.IllegalPaper when the contract is not signed
     * @throws org.triviumcrm.approval.UnderApproval while a case about it is open
     */
    @CanSendPaymentReminders
    @Transactional
    void send(Viewer viewer, long contractId, SendPaymentReminder input) {
        ContractPage contract = contracts.page(viewer, contractId);
        ReleasedContract released =
                exits.leave(ContractExit.REMINDER, facts.find(contract.rootId()).orElseThrow(NotFound::new));
        LatePayments late = late(viewer, contract);
        if (late.payments().isEmpty()) {
            throw new IllegalReminder(null, "sales.reminder.error.nothing");
        }
        if (!late.seen().equals(input.seen())) {
            throw new IllegalReminder(null, "sales.reminder.error.changed");
        }
        ReminderContact to = contacts(viewer, contract).stream()
                .filter(one -> one.id() == input.contact())
                .findFirst()
                .orElseThrow(() -> new IllegalReminder("contactId", "sales.reminder.error.contact"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        Long person = viewer.isJob() ? null : viewer.personId();
        long id = repository.add(contract.rootId(), person, input, to, late.payments(), domain, now);
        repository.settle(contract.rootId());
        life.reminded(viewer, released, to.name() + " <" + to.email() + ">");
        letters.post(PaymentReminderLetters.KEY, id, to.email(), to.name(), now);
    }
}
