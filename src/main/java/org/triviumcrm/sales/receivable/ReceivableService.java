package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractPage;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.sales.receivable.ReceivableRepository.Owed;
import org.triviumcrm.sales.receivable.Settlement.Claim;
import org.triviumcrm.sales.receivable.Settlement.Payment;
import org.triviumcrm.shared.money.Rounding;
import org.triviumcrm.shared.web.NotFound;

/** Plans what contracts are to bring, and records what comes in. */
@Service
public class ReceivableService {

    private final ReceivableRepository repository;
    private final ContractService contracts;
    private final CurrencyRateService rates;
    private final Companies companies;
    private final Clock clock;

    ReceivableService(
            ReceivableRepository repository,
            ContractService contracts,
            CurrencyRateService rates,
            Companies companies,
            Clock clock) {
        this.repository = repository;
        this.contracts = contracts;
        this.rates = rates;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the contract */
    @CanViewReceivables
    @Transactional(readOnly = true)
    public ContractPage contract(Viewer viewer, long contractId) {
        return contracts.page(viewer, contractId);
    }

    @CanViewReceivables
    @Transactional(readOnly = true)
    public Receivables of(Viewer viewer, ContractPage contract) {
        Owed owed = repository.find(contract.rootId()).orElseThrow(NotFound::new);
        List<Instalment> instalments = repository.instalments(owed.id());
        BigDecimal paid =
                sum(repository.payments(owed.id()).stream().map(Payment::amount).toList());
        BigDecimal settled = sum(instalments.stream().map(Instalment::received).toList());
        return new Receivables(
                owed.currency(),
                owed.total(),
                sum(instalments.stream().map(Instalment::amount).toList()),
                paid,
                paid.subtract(settled),
                owed.binding(),
                instalments,
                repository.receipts(owed.id()));
    }

    /** What of it is late. */
    @CanViewReceivables
    @Transactional(readOnly = true)
    public LatePayments late(Viewer viewer, ContractPage contract) {
        Owed owed = repository.find(contract.rootId()).orElseThrow(NotFound::new);
        LocalDate today = today();
        return new LatePayments(
                owed.currency(),
                owed.binding()
                        ? repository.instalments(owed.id()).stream()
                                .filter(one -> one.isLate(today))
                                .toList()
                        : List.of(),
                today);
    }

    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Puts another plan in the place of the one there is; what was paid settles that then.
     *
     * @throws IllegalPayment at the field that can't be as it is, or when somebody has changed the plan since
     */
    @CanEditReceivables
    @Transactional
    void save(Viewer viewer, long contractId, SavePlan plan) {
        Owed contract = forChange(viewer, contractId);
        List<Instalment> before = repository.instalments(contract.id());
        if (!SavePlan.seen(before).equals(plan.getSeen())) {
            throw new IllegalPayment(null, "sales.receivable.error.changed");
        }
        requireWhole(plan, contract.currency());
        Map<Long, Instalment> left = new HashMap<>();
        before.forEach(one -> left.put(one.id(), one));
        for (SavePayment row : plan.written()) {
            BigDecimal base = base(viewer, row.getAmount(), contract.currency(), contract.datedOn(), null);
            Long id = row.getId();
            if (id != null && left.remove(id) != null) {
                repository.change(id, row, base, now());
            } else {
                repository.add(contract, row, base, now());
            }
        }
        repository.remove(new ArrayList<>(left.keySet()));
        settle(contract.id());
    }

    private static void requireWhole(SavePlan plan, String currency) {
        for (int at = 0; at < plan.getRows().size(); at++) {
            SavePayment row = plan.getRows().get(at);
            if (row.isBlank()) {
                continue;
            }
            if (row.getDueOn() == null) {
                throw new IllegalPayment("rows[" + at + "].dueOn", "sales.receivable.error.dueOn");
            }
            if (row.getAmount() == null || !isWhole(row.getAmount(), currency)) {
                throw new IllegalPayment("rows[" + at + "].amount", "sales.receivable.error.amount");
            }
        }
    }

    private static boolean isWhole(BigDecimal amount, String currency) {
        return Rounding.of(currency).round(amount).compareTo(amount) == 0;
    }

    /**
     * Records what has come in, or was paid back.
     *
     * @throws IllegalPayment at the field that can't be as it is
     */
    @CanEditReceivables
    @Transactional
    void receive(Viewer viewer, long contractId, SaveReceipt input) {
        Owed contract = forChange(viewer, contractId);
        if (!contract.binding()) {
            throw new IllegalPayment(null, "sales.receivable.error.notSigned");
        }
        if (input.receivedOn().isAfter(companies.latestDay(viewer, clock.instant()))) {
            throw new IllegalPayment("receivedOn", "sales.receivable.error.future");
        }
        if (!isWhole(input.sum(), contract.currency())) {
            throw new IllegalPayment("amount", "sales.receivable.error.amount");
        }
        Long instalment = input.instalmentId();
        if (instalment != null
                && repository.instalments(contract.id()).stream().noneMatch(one -> one.id() == instalment)) {
            throw new IllegalPayment("instalmentId", "sales.receivable.error.instalment");
        }
        BigDecimal paid = sum(
                repository.payments(contract.id()).stream().map(Payment::amount).toList());
        if (input.kind() == ReceiptKind.REFUND && input.sum().compareTo(paid) > 0) {
            throw new IllegalPayment("amount", "sales.receivable.error.refund");
        }
        BigDecimal base =
                base(viewer, input.kind().signed(input.sum()), contract.currency(), input.receivedOn(), "receivedOn");
        repository.record(contract, input, base, by(viewer), now());
        settle(contract.id());
    }

    /**
     * It was a mistake: it does not count any more, and stays to be seen.
     *
     * @throws IllegalPayment when more would have been paid back then than came in
     */
    @CanEditReceivables
    @Transactional
    void cancel(Viewer viewer, long contractId, long receiptId, String reason) {
        Owed contract = forChange(viewer, contractId);
        if (!repository.cancel(contract.id(), receiptId, reason.strip(), by(viewer), now())) {
            throw new NotFound();
        }
        BigDecimal paid = sum(
                repository.payments(contract.id()).stream().map(Payment::amount).toList());
        if (paid.signum() < 0) {
            throw new IllegalPayment(null, "sales.receivable.error.refunded");
        }
        settle(contract.id());
    }

    private void settle(long rootId) {
        List<Instalment> instalments = repository.instalments(rootId);
        Settlement settlement = Settlement.of(
                instalments.stream()
                        .map(one -> new Claim(one.id(), one.amount()))
                        .toList(),
                repository.payments(rootId));
        repository.settle(settlement.received());
    }

    private Owed forChange(Viewer viewer, long contractId) {
        return repository
                .findForChange(contracts.page(viewer, contractId).rootId())
                .orElseThrow(NotFound::new);
    }

    private BigDecimal base(
            Viewer viewer, @Nullable BigDecimal amount, String currency, LocalDate day, @Nullable String field) {
        return rates.toBase(viewer, amount == null ? BigDecimal.ZERO : amount, currency, day)
                .orElseThrow(() -> new IllegalPayment(field, "sales.quote.error.noRate"));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Long by(Viewer viewer) {
        return viewer.isJob() ? null : viewer.personId();
    }
}
