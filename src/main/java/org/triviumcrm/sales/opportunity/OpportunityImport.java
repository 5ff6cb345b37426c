package org.triviumcrm.sales.opportunity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Since;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stay;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Turn;
import org.triviumcrm.sales.pipeline.ImportedPipelines;
import org.triviumcrm.sales.rate.ImportedRateRepository;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Opportunities of one pipeline, with a stage history that makes their durations true. */
@Component
class OpportunityImport implements ImportTarget {

    private static final ImportTable OPPORTUNITY = new ImportTable(
            "opportunity",
            "opportunity",
            "name",
            "/sales/opportunities/{id}",
            true,
            List.of(
                    "stage_change.opportunity_id",
                    "state_change.opportunity_id",
                    "opportunity_touch.opportunity_id",
                    "sale.opportunity_id"),
            "exists (select 1 from activity a where a.about_type = 'opportunity' and a.about_id = r.id)"
                    + " or exists (select 1 from opportunity_touch t where t.opportunity_id = r.id"
                    + " and (t.kind = 'HAND' or t.said_share is not null))");
    private static final String NOTE = "+stage_change";
    private static final String TURN = "+state_change";

    private final RecordMatcher matcher;
    private final RecordWriter writer;
    private final ImportedStageRepository stages;
    private final ImportedPipelines pipelines;
    private final ImportedRateRepository rates;
    private final ImportRules rules;
    private final ImportedApprovals approvals;
    private final ImportedWins wins;
    private final CustomFields custom;

    OpportunityImport(
            RecordMatcher matcher,
            RecordWriter writer,
            ImportedStageRepository stages,
            ImportedPipelines pipelines,
            ImportedRateRepository rates,
            ImportRules rules,
            ImportedApprovals approvals,
            ImportedWins wins,
            CustomFields custom) {
        this.custom = custom;
        this.matcher = matcher;
        this.writer = writer;
        this.stages = stages;
        this.pipelines = pipelines;
        this.rates = rates;
        this.rules = rules;
        this.approvals = approvals;
        this.wins = wins;
    }

    @Override
    public String key() {
        return "opportunity";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String permission() {
        return "sales.opportunity.create";
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(OPPORTUNITY);
    }

    @Override
    public List<ImportOption> options() {
        return List.of(pipelines.option());
    }

    @Override
    public Preparation prepare(ImportContext context) {
        return pipelines.prepare(context);
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(key(), OpportunityFields.ALL);
    }

    @Override
    public void write(ImportBatch batch) {
        ImportContext context = batch.context();
        Map<ImportRow, ExistingRecord> existing =
                matcher.match(batch, OPPORTUNITY, PlainImport.keys(context, OpportunityFields.COLUMNS));
        List<ImportRow> rows = batch.standing();
        Map<Long, Stage> known = stages.stages(ids(rows, "stage"));
        Map<Long, Long> teams = stages.teams(ids(rows, "owner"));
        ImportedRateRepository.Table rate = rates.of(ImportedValues.currencies(rows, existing), context.currency());
        ImportRules.Batch rule = rules.of(context, known.values(), existing.values());
        List<ImportedOpportunity> fresh = new ArrayList<>();
        List<RecordWriter.Changed> changed = new ArrayList<>();
        Map<RecordWriter.Changed, ImportedOpportunity> moved = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            ImportedOpportunity opportunity =
                    new ImportedOpportunity(row, context, known.get(row.id("stage")), teams.get(row.id("owner")), rate);
            ExistingRecord record = existing.get(row);
            if (!opportunity.check()) {
                continue;
            }
            if (record == null) {
                if (PlainImport.complete(row, OpportunityFields.ALL)
                        && rule.begins(row, opportunity.stage(), opportunity.said(ImportedValues.of(row)))) {
                    fresh.add(opportunity);
                }
                continue;
            }
            Map<String, Object> changes = record.changes(
                    ImportedValues.of(row, record, known.get(row.id("stage"))), OpportunityFields.FIELDS, context);
            custom.take(key(), context, row, record, changes);
            if (!changes.isEmpty()) {
                boolean moves = changes.containsKey("stage_id");
                if (!opportunity.checkLife(record, changes)
                        || !rule.moves(row, opportunity.stage(), record, changes)
                        || !opportunity.follow(record, changes)) {
                    continue;
                }
                RecordWriter.Changed change = new RecordWriter.Changed(row, record, changes, new LinkedHashMap<>());
                changed.add(change);
                if (moves) {
                    moved.put(change, opportunity);
                }
            }
        }
        approvals.refuse(context, fresh, changed, moved);
        create(context, fresh);
        if (!context.dry()) {
            noteMoves(moved);
        }
        writer.update(context, OPPORTUNITY, changed);
        wins.note(context, changed);
    }

    private static Stream<@Nullable Long> ids(List<ImportRow> rows, String field) {
        return rows.stream().map(row -> row.id(field));
    }

    private void create(ImportContext context, List<ImportedOpportunity> fresh) {
        List<ImportRow> rows = fresh.stream().map(ImportedOpportunity::row).toList();
        Map<Long, String> customers = stages.names("customer", ids(rows, "customer"));
        Map<Long, String> products = stages.names("product", ids(rows, "product"));
        Map<ImportedOpportunity, RecordWriter.New> records = new LinkedHashMap<>();
        for (ImportedOpportunity one : fresh) {
            Map<String, Object> columns =
                    one.created(ImportedValues.of(one.row()), name(one.row(), customers, products));
            custom.take(key(), context, one.row(), null, columns);
            if (one.row().refusal() == null) {
                records.put(one, new RecordWriter.New(one.row(), columns));
            }
        }
        List<Long> ids = writer.insert(context, OPPORTUNITY, List.copyOf(records.values()));
        if (!context.dry()) {
            List<Stay> history = new ArrayList<>();
            Iterator<Long> id = ids.iterator();
            records.keySet().forEach(one -> history.addAll(one.history(id.next())));
            stages.write(stages.newIds(history.size()), history);
            wins.began(context, ids);
        }
    }

    /** Customer and product, else the reference: every opportunity can be told from the others in a list. */
    private static String name(ImportRow row, Map<Long, String> customers, Map<Long, String> products) {
        String name = Stream.of(customers.get(row.id("customer")), products.get(row.id("product")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        String full = name.isEmpty() ? Objects.requireNonNullElse(row.text("reference"), "#" + row.line()) : name;
        return full.substring(0, Math.min(300, full.length()));
    }

    private void noteMoves(Map<RecordWriter.Changed, ImportedOpportunity> moved) {
        if (moved.isEmpty()) {
            return;
        }
        Map<Long, Since> since = stages.since(
                moved.keySet().stream().map(change -> change.record().id()).toList());
        List<Stay> moves = new ArrayList<>();
        Map<RecordWriter.Changed, Turn> turns = new LinkedHashMap<>();
        List<Long> ids = stages.newIds(moved.size());
        moved.forEach((change, opportunity) -> {
            ExistingRecord record = change.record();
            Since was = since.getOrDefault(record.id(), Since.EVER);
            change.notes().put(NOTE, String.valueOf(ids.get(moves.size())));
            moves.add(opportunity.move(record, was.stage()));
            opportunity.turn(record, was.state()).ifPresent(turn -> turns.put(change, turn));
        });
        stages.write(ids, moves);
        Iterator<Long> turnIds = stages.turn(List.copyOf(turns.values())).iterator();
        turns.keySet().forEach(change -> change.notes().put(TURN, String.valueOf(turnIds.next())));
    }

    @Override
    public Set<Long> keep(Collection<Long> ids) {
        return approvals.keep(ids);
    }

    @Override
    public void restore(Map<Long, Map<String, @Nullable String>> before) {
        stages.delete(noted(before, NOTE), noted(before, TURN));
        wins.restore(before);
    }

    private static List<Long> noted(Map<Long, Map<String, @Nullable String>> before, String note) {
        return before.values().stream()
                .map(values -> values.get(note))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .toList();
    }
}
