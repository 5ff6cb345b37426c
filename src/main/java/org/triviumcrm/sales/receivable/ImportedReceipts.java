package org.triviumcrm.sales.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.triviumcrm.sales.rate.ImportedRateRepository;
import org.triviumcrm.sales.receivable.ImportedReceiptRepository.Known;
import org.triviumcrm.sales.receivable.ImportedReceiptRepository.Payer;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.money.Rounding;

/**
 * What a batch of receipts knows while its rows are read one after the other.
 *
 * @param contracts by their numbers
 * @param known what was recorded before
 * @param paid what has come in by contract; grows with the rows
 * @param seen what the batch has said; grows with the rows
 */
record ImportedReceipts(
        ImportContext context,
        Map<String, Payer> contracts,
        Set<Known> known,
        Map<Long, BigDecimal> paid,
        ImportedRateRepository.Table rates,
        Set<Known> seen) {

    static String number(ImportRow row) {
        return Objects.requireNonNull(row.text(ReceiptImport.CONTRACT)).strip();
    }

    /** The columns of a new receipt; empty when it is there already, or was refused. */
    Optional<Map<String, Object>> receipt(ImportRow row) {
        Payer contract = contracts.get(number(row));
        LocalDate day = Objects.requireNonNull(row.date(ReceiptImport.DAY));
        BigDecimal amount = Objects.requireNonNull(row.decimal(ReceiptImport.AMOUNT));
        if (contract == null) {
            row.refuse("exchange.refusal.unknown", ReceiptImport.CONTRACT, number(row));
            return Optional.empty();
        }
        Known receipt = new Known(contract.id(), day, amount, row.text(ReceiptImport.REFERENCE));
        if (!seen.add(receipt)) {
            row.refuse("exchange.refusal.sameReceipt", "");
            return Optional.empty();
        }
        if (known.contains(receipt)) {
            return Optional.empty();
        }
        require(row, contract, day, amount);
        BigDecimal base = rates.toBase(amount, contract.currency(), day).orElse(BigDecimal.ZERO);
        if (base.signum() == 0) {
            row.refuse("exchange.refusal.rate", ReceiptImport.CURRENCY, contract.currency(), context.currency(), day);
        }
        if (row.refusal() != null) {
            return Optional.empty();
        }
        paid.merge(contract.id(), amount, BigDecimal::add);
        return Optional.of(values(row, contract, day, amount, base));
    }

    private void require(ImportRow row, Payer contract, LocalDate day, BigDecimal amount) {
        String currency = row.text(ReceiptImport.CURRENCY);
        BigDecimal after = paid.getOrDefault(contract.id(), BigDecimal.ZERO).add(amount);
        if (!contract.binding()) {
            row.refuse("exchange.refusal.notSigned", ReceiptImport.CONTRACT, contract.number());
        } else if (currency != null && !currency.equals(contract.currency())) {
            row.refuse("exchange.refusal.otherCurrency", ReceiptImport.CURRENCY, contract.currency());
        } else if (day.isAfter(context.today())) {
            row.refuse("exchange.refusal.future", ReceiptImport.DAY);
        } else if (amount.signum() == 0
                || Rounding.of(contract.currency()).round(amount).compareTo(amount) != 0) {
            row.refuse(
                    "exchange.refusal.range",
                    ReceiptImport.AMOUNT,
                    amount.stripTrailingZeros().toPlainString());
        } else if (amount.signum() < 0 && after.signum() < 0) {
            row.refuse("exchange.refusal.refund", ReceiptImport.AMOUNT);
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
        for (String field : List.of(ReceiptImport.REFERENCE, ReceiptImport.NOTE)) {
            if (row.has(field)) {
                values.put(field, row.values().get(field));
            }
        }
        return values;
    }
}
