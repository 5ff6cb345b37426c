package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.rate.ImportedRateRepository;
import org.triviumcrm.sales.receivable.ImportedReceiptRepository.Known;
import org.triviumcrm.sales.receivable.ImportedReceiptRepository.Payer;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.money.Rounding;

/**
 * Money that came in, from a statement of the bank or the books; what was paid back is negative. The rules are those of receipts that are
 * typed. What was recorded with the same contract, day, amount and reference is there already, however it came.
 */
@Component
class ReceiptImport implements ImportTarget {

    private static final String CONTRACT = "contract";
    private static final String DAY = "receivedOn";
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";
    private static final String REFERENCE = "reference";
    private static final String NOTE = "note";

    private static final long MOST = 1_000_000_000_000L;

    private static final ImportTable TABLE = new ImportTable(
            "receipt",
            "receipt",
            "(select c.number || ' ' || t.received_on from contract c where c.id = t.contract_id)",
            null,
            false,
            List.of(),
            null);

    private static final List<ImportField> FIELDS = List.of(
            ImportField.text(
                            CONTRACT,
                            50,
                            "contract",
                            "contract number",
                            "contract no",
                            "contract no.",
                            "合同",
                            "合同编号",
                            "合同号")
                    .mandatory(),
            ImportField.of(
                            FieldType.DATE,
                            DAY,
                            "received on",
                            "date",
                            "payment date",
                            "value date",
                            "booking date",
                            "收款日期",
                            "到账日期",
                            "日期")
                    .mandatory(),
            ImportField.of(FieldType.PRICE, AMOUNT, "amount", "payment", "paid", "金额", "收款金额", "到账金额")
                    .between(-MOST, MOST)
                    .mandatory(),
            ImportField.of(FieldType.CURRENCY, CURRENCY, "currency", "币种", "货币"),
            ImportField.text(
                    REFERENCE,
                    200,
                    "reference",
                    "bank reference",
                    "transaction",
                    "transaction id",
                    "statement number",
                    "流水号",
                    "参考号",
                    "凭证号"),
            ImportField.text(NOTE, 2000, "note", "memo", "purpose", "备注", "摘要", "用途"));

    private final ImportedReceiptRepository receipts;
    private final ReceivableRepository plans;
    private final ImportedRateRepository rates;
    private final RecordWriter writer;
    private final Viewers viewers;

    ReceiptImport(
            ImportedReceiptRepository receipts,
            ReceivableRepository plans,
            ImportedRateRepository rates,
            RecordWriter writer,
            Viewers viewers) {
        this.receipts = receipts;
        this.plans = plans;
        this.rates = rates;
        this.writer = writer;
        this.viewers = viewers;
    }

    @Override
    public String key() {
        return "receipt";
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public String permission() {
        return "sales.receivable.edit";
    }

    @Override
    public boolean asksHow() {
        return false;
    }

    @Override
    public List<ImportField> fields() {
        return FIELDS;
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(TABLE);
    }

    /** What a batch knows while its rows are read one after the other. */
    private record Books(
            ImportContext context,
            Map<String, Payer> contracts,
            Set<Known> known,
            Map<Long, BigDecimal> paid,
            ImportedRateRepository.Table rates,
            Set<Known> seen) {}

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        List<ImportRow> rows = batch.standing().stream()
                .filter(row -> PlainImport.complete(row, FIELDS))
                .toList();
        Map<String, Payer> contracts = receipts.contracts(
                viewers.find(context.personId()).orElseThrow().scope(CONTRACT),
                rows.stream().map(ReceiptImport::number).distinct().toList(),
                !context.dry());
        List<Long> ids = contracts.values().stream().map(Payer::id).toList();
        Books books = new Books(
                context,
                contracts,
                receipts.known(ids),
                new HashMap<>(receipts.paid(ids)),
                rates.of(
                        contracts.values().stream()
                                .map(Payer::currency)
                                .distinct()
                                .toList(),
                        context.currency()),
                new HashSet<>());
        List<RecordWriter.New> created = new ArrayList<>();
        Set<Long> touched = new HashSet<>();
        for (ImportRow row : rows) {
            receipt(row, books).ifPresent(values -> {
                created.add(new RecordWriter.New(row, values));
                touched.add((Long) values.get("contract_id"));
            });
        }
        writer.insert(context, TABLE, created);
        if (!context.dry() && !touched.isEmpty()) {
            plans.settle(receipts.settled(touched));
        }
    }

    private static String number(ImportRow row) {
        return Objects.requireNonNull(row.text(CONTRACT)).strip();
    }

    /** The columns of a new receipt; empty when it is there already, or was refused. */
    private static Optional<Map<String, Object>> receipt(ImportRow row, Books books) {
        Payer contract = books.contracts().get(number(row));
        LocalDate day = Objects.requireNonNull(row.date(DAY));
        BigDecimal amount = Objects.requireNonNull(row.decimal(AMOUNT));
        if (contract == null) {
            row.refuse("exchange.refusal.unknown", CONTRACT, number(row));
            return Optional.empty();
        }
        Known receipt = new Known(contract.id(), day, amount, row.text(REFERENCE));
        if (!books.seen().add(receipt)) {
            row.refuse("exchange.refusal.sameReceipt", "");
            return Optional.empty();
        }
        if (books.known().contains(receipt)) {
            return Optional.empty();
        }
        require(row, contract, day, amount, books);
        BigDecimal base = books.rates().toBase(amount, contract.currency(), day).orElse(BigDecimal.ZERO);
        if (base.signum() == 0) {
            row.refuse(
                    "exchange.refusal.rate",
                    CURRENCY,
                    contract.currency(),
                    books.context().currency(),
                    day);
        }
        if (row.refusal() != null) {
            return Optional.empty();
        }
        books.paid().merge(contract.id(), amount, BigDecimal::add);
        return Optional.of(values(row, contract, day, amount, base));
    }

    private static void require(ImportRow row, Payer contract, LocalDate day, BigDecimal amount, Books books) {
        String currency = row.text(CURRENCY);
        BigDecimal after =
                books.paid().getOrDefault(contract.id(), BigDecimal.ZERO).add(amount);
        if (!contract.binding()) {
            row.refuse("exchange.refusal.notSigned", CONTRACT, contract.number());
        } else if (currency != null && !currency.equals(contract.currency())) {
            row.refuse("exchange.refusal.otherCurrency", CURRENCY, contract.currency());
        } else if (day.isAfter(books.context().today())) {
            row.refuse("exchange.refusal.future", DAY);
        } else if (amount.signum() == 0
                || Rounding.of(contract.currency()).round(amount).compareTo(amount) != 0) {
            row.refuse(
                    "exchange.refusal.range",
                    AMOUNT,
                    amount.stripTrailingZeros().toPlainString());
        } else if (amount.signum() < 0 && after.signum() < 0) {
            row.refuse("exchange.refusal.refund", AMOUNT);
        }
    }

    private static Map<String, Object> values(
            ImportRow row, Payer contract, LocalDate day, BigDecimal amount, BigDecimal base) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("contract_id", contract.id());
        values.put("kind", amount.signum() < 0 ? ReceiptKind.REFUND : ReceiptKind.RECEIPT);
        values.put("received_on", day);
        values.put("amount", amount.abs());
        values.put("currency", contract.currency());
        values.put("base_amount", base);
        values.put("customer_id", contract.customerId());
        values.put("owner_id", contract.ownerId());
        if (contract.teamId() != null) {
            values.put("team_id", contract.teamId());
        }
        for (String field : List.of(REFERENCE, NOTE)) {
            if (row.has(field)) {
                values.put(field, row.values().get(field));
            }
        }
        return values;
    }

    /** Those that a refund counts on stay. */
    @Override
    public Set<Long> keep(Collection<Long> ids) {
        return Set.copyOf(receipts.needed(ids));
    }

    @Override
    public Runnable removing(Collection<Long> ids) {
        List<Long> contracts = receipts.contractsOf(ids);
        return () -> plans.settle(receipts.settled(contracts));
    }
}
