package org.triviumcrm.marketing.backlog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CompanyAmounts;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.term.TermKind;
import org.triviumcrm.marketing.term.TermService;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;
import org.triviumcrm.shared.web.Option;

/** What a day has cost and brought: a line of cost and a reported day each, found again by campaign, day and category. */
@Component
class ImportedDays {

    static final ImportTable COST =
            new ImportTable("cost", "campaign_cost", "name", "/marketing/costs/{id}/edit", false, List.of(), null);
    static final ImportTable RESULT = new ImportTable(
            "result", "campaign_result", "name", "/marketing/results/{id}/edit", false, List.of(), null);

    private static final String COST_KEY = "+cost";
    private static final String CAMPAIGN_KEY = "+campaign";
    private static final Viewer JOB = Viewer.job("marketing.log.import");
    private static final List<String> COUNTS = List.of("impressions", "clicks", "leads", "orders");
    private static final BigDecimal UNITS = BigDecimal.valueOf(100_000_000);

    private final RecordMatcher matcher;
    private final RecordWriter writer;
    private final TermService terms;
    private final CompanyAmounts amounts;

    ImportedDays(RecordMatcher matcher, RecordWriter writer, TermService terms, CompanyAmounts amounts) {
        this.matcher = matcher;
        this.writer = writer;
        this.terms = terms;
        this.amounts = amounts;
    }

    /** Says what each day has cost in the company's currency, as far as rates are known; the others are refused when they are written. */
    void value(ImportBatch batch, List<ImportedDay> days) {
        Rates rates = new Rates(batch.context());
        days.stream().filter(rates::isKnown).forEach(day -> day.costs(rates.base(day, day.cost())));
    }

    void write(ImportBatch batch, List<ImportedDay> days) {
        Rates rates = new Rates(batch.context());
        List<ImportedDay> worth = days.stream().filter(rates::know).toList();
        writeCosts(batch, worth.stream().filter(day -> day.cost().signum() != 0).toList(), rates);
        writeResults(batch, worth.stream().filter(ImportedDay::isReported).toList(), rates);
    }

    private void writeCosts(ImportBatch batch, List<ImportedDay> days, Rates rates) {
        if (days.isEmpty()) {
            return;
        }
        List<Option> categories = terms.choices(JOB, TermKind.COST_CATEGORY, null);
        for (ImportedDay day : days) {
            Long said = day.row().id("costCategory");
            if (said == null && categories.isEmpty()) {
                day.row().refuse("exchange.refusal.required", "costCategory");
                continue;
            }
            long category = said == null
                    ? Long.parseLong(String.valueOf(categories.get(0).value()))
                    : said;
            day.row().values().put("costCategory", category);
            day.row().values().put(COST_KEY, day.campaignId() + "/" + day.day() + "/" + category);
        }
        write(
                batch,
                COST,
                days,
                Map.of("reference", COST_KEY),
                day -> costs(day, rates),
                List.of("amount", "currency"),
                "base_amount");
    }

    private static Map<String, Object> costs(ImportedDay day, Rates rates) {
        ImportRow row = day.row();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("campaign_id", day.campaignId());
        values.put("name", day.name());
        values.put("on_date", day.day());
        values.put("category_id", Objects.requireNonNull(row.id("costCategory")));
        if (row.has("supplier")) {
            values.put("supplier", Objects.requireNonNull(row.text("supplier")));
        }
        values.put("amount", day.cost());
        values.put("currency", day.currency());
        values.put("base_amount", rates.base(day, day.cost()));
        values.put("reference", Objects.requireNonNull(row.text(COST_KEY)));
        return values;
    }

    private void writeResults(ImportBatch batch, List<ImportedDay> days, Rates rates) {
        days.forEach(day -> day.row().values().put(CAMPAIGN_KEY, day.campaignId()));
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("campaign_id", CAMPAIGN_KEY);
        keys.put("on_date", ImportedDay.DAY);
        write(batch, RESULT, days, keys, day -> results(day, rates), List.of("revenue", "currency"), "base_revenue");
    }

    private static Map<String, Object> results(ImportedDay day, Rates rates) {
        ImportRow row = day.row();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("campaign_id", day.campaignId());
        values.put("name", day.name());
        values.put("on_date", day.day());
        COUNTS.forEach(count -> values.put(count, Objects.requireNonNullElse(row.id(count), 0L)));
        BigDecimal revenue = Objects.requireNonNullElse(row.decimal("revenue"), BigDecimal.ZERO);
        values.put("revenue", revenue);
        values.put("currency", day.currency());
        values.put("base_revenue", rates.base(day, revenue));
        return values;
    }

    /**
     * Creates or changes one record a day.
     *
     * @param worth columns that decide about the one in the company's currency
     */
    private void write(
            ImportBatch batch,
            ImportTable table,
            List<ImportedDay> days,
            Map<String, String> keys,
            Function<ImportedDay, Map<String, Object>> columns,
            List<String> worth,
            String base) {
        ImportContext context = batch.context();
        List<ImportRow> rows = days.stream().map(ImportedDay::row).toList();
        Map<ImportRow, ExistingRecord> existing = matcher.match(new ImportBatch(context, rows), table, keys);
        List<RecordWriter.New> created = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        for (ImportedDay day : days) {
            ImportRow row = day.row();
            if (row.refusal() != null) {
                continue;
            }
            Map<String, Object> values = columns.apply(day);
            ExistingRecord record = existing.get(row);
            if (record == null) {
                created.add(new RecordWriter.New(row, values));
                continue;
            }
            Object counted = values.remove(base);
            Stream.of("campaign_id", "name", "on_date", "category_id", "reference")
                    .forEach(values::remove);
            values.keySet().removeIf(column -> COUNTS.contains(column) && !row.has(column));
            Map<String, Object> changes = record.changes(values, Map.of("amount", "cost"), context);
            if (!changes.isEmpty()) {
                if (counted != null && worth.stream().anyMatch(changes::containsKey)) {
                    changes.put(base, counted);
                }
                changed.add(new RecordWriter.Changed(row, record, changes));
            }
        }
        writer.insert(context, table, created);
        writer.update(context, table, changed);
    }

    /** What one unit of a currency is worth on a day; asked once for each of them in a batch. */
    private final class Rates {

        private final ImportContext context;
        private final Map<String, Optional<BigDecimal>> known = new HashMap<>();

        Rates(ImportContext context) {
            this.context = context;
        }

        /** Whether the amounts of a day can be converted; refuses its row if not. */
        boolean know(ImportedDay day) {
            if (!isKnown(day)) {
                day.row().refuse("exchange.refusal.rate", "currency", day.currency(), context.currency(), day.day());
                return false;
            }
            return true;
        }

        boolean isKnown(ImportedDay day) {
            return !day.isForeign() || of(day.currency(), day.day()) != null;
        }

        BigDecimal base(ImportedDay day, BigDecimal amount) {
            BigDecimal rate = day.isForeign() ? of(day.currency(), day.day()) : BigDecimal.ONE;
            return amount.multiply(Objects.requireNonNull(rate)).setScale(2, RoundingMode.HALF_UP);
        }

        private @Nullable BigDecimal of(String currency, LocalDate day) {
            return known.computeIfAbsent(
                            currency + day,
                            any -> amounts.inCompanyCurrency(JOB, UNITS, currency, day)
                                    .map(worth -> worth.movePointLeft(8)))
                    .orElse(null);
        }
    }
}
