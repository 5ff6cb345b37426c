package org.triviumcrm.sales.receivable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.rate.ImportedRateRepository;
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

/**
 * Money that came in, from a statement of the bank or the books; what was paid back is negative. The rules are those of receipts that are
 * typed. What was recorded with the same contract, day, amount and reference is there already, however it came.
 */
@Component
class ReceiptImport implements ImportTarget {

    static final String CONTRACT = "contract";
    static final String DAY = "receivedOn";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    static final String REFERENCE = "reference";
    static final String NOTE = "note";

    private static final long MOST = 1_000_000_000_000L;

    private static final ImportTable TABLE = new ImportTable(
            "receipt",
            "receipt",
            "(select c.number || ' ' || t.received_on from contract c where c.id = t.contract_id)",
            null,
            false,
            List.of("receipt_product.receipt_id"),
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

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        List<ImportRow> rows = batch.standing().stream()
                .filter(row -> PlainImport.complete(row, FIELDS))
                .toList();
        Map<String, Payer> contracts = receipts.contracts(
                viewers.find(context.personId()).orElseThrow().scope(CONTRACT),
                rows.stream().map(ImportedReceipts::number).distinct().toList(),
                !context.dry());
        List<Long> ids = contracts.values().stream().map(Payer::id).toList();
        ImportedReceipts books = new ImportedReceipts(
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
            books.receipt(row).ifPresent(values -> {
                created.add(new RecordWriter.New(row, values));
                touched.add((Long) values.get("contract_id"));
            });
        }
        writer.insert(context, TABLE, created);
        if (!context.dry() && !touched.isEmpty()) {
            plans.settle(receipts.settled(touched));
        }
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
