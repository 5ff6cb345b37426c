package org.triviumcrm.marketing.backlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.Requirement;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.marketing.exit.CampaignExits;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;

/** The campaigns that the days of a file belong to; those that are not there yet are made as history. */
@Component
class ImportedCampaigns {

    static final ImportTable CAMPAIGN = new ImportTable(
            "campaign",
            "campaign",
            "name",
            "/marketing/campaigns/{id}",
            true,
            List.of(
                    "campaign_state_change.campaign_id",
                    "campaign_product.campaign_id",
                    "campaign_spend.campaign_id",
                    "campaign_result_month.campaign_id",
                    "campaign_cost_warning.campaign_id"),
            "exists (select 1 from activity a where a.about_type = 'campaign' and a.about_id = r.id)");

    private final RecordMatcher matcher;
    private final RecordWriter writer;
    private final CampaignExits exits;
    private final OwnerTeams teams;
    private final Viewers viewers;
    private final PastCampaignRepository past;
    private final CustomFields custom;

    ImportedCampaigns(
            RecordMatcher matcher,
            RecordWriter writer,
            CampaignExits exits,
            OwnerTeams teams,
            Viewers viewers,
            PastCampaignRepository past,
            CustomFields custom) {
        this.custom = custom;
        this.matcher = matcher;
        this.writer = writer;
        this.exits = exits;
        this.teams = teams;
        this.viewers = viewers;
        this.past = past;
    }

    /** Says for each day which campaign it belongs to, or refuses its row. */
    void write(ImportBatch batch, List<ImportedDay> days) {
        days.stream()
                .collect(Collectors.groupingBy(ImportedDay::campaign))
                .values()
                .forEach(ImportedDay::agree);
        boolean byReference = days.stream().anyMatch(day -> day.row().has(ImportedDay.REFERENCE));
        Map<ImportRow, ExistingRecord> existing = matcher.match(
                batch,
                CAMPAIGN,
                byReference ? Map.of("reference", ImportedDay.REFERENCE) : Map.of("name", ImportedDay.NAME));
        Map<String, List<ImportedDay>> fresh = new LinkedHashMap<>();
        for (ImportedDay day : days) {
            ExistingRecord record = existing.get(day.row());
            if (day.row().refusal() != null) {
                continue;
            }
            if (record == null) {
                fresh.computeIfAbsent(day.campaign(), any -> new ArrayList<>()).add(day);
            } else if (CampaignState.valueOf(String.valueOf(record.text("state")))
                    .hasCosts()) {
                day.belongsTo(record.id());
            } else {
                day.row().refuse("exchange.refusal.campaignState", "");
            }
        }
        create(batch.context(), List.copyOf(fresh.values()));
        if (!batch.context().dry()) {
            LocalDate today = batch.context().today();
            stretch(days.stream()
                    .filter(ImportedDay::stands)
                    .filter(day -> day.day().isBefore(today))
                    .toList());
        }
    }

    /** What is over stays over: a day of today or later is one of late cost. */
    private void stretch(List<ImportedDay> days) {
        Map<Long, List<LocalDate>> byCampaign = days.stream()
                .collect(Collectors.groupingBy(
                        ImportedDay::campaignId,
                        TreeMap::new,
                        Collectors.mapping(ImportedDay::day, Collectors.toList())));
        past.stretch(
                List.copyOf(byCampaign.keySet()),
                byCampaign.values().stream().map(Collections::min).toList(),
                byCampaign.values().stream().map(Collections::max).toList());
    }

    private void create(ImportContext context, List<List<ImportedDay>> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        List<BegunCampaign> begun = new ArrayList<>();
        Map<Long, Long> teamOf = teams.of(fresh.stream()
                .map(days -> Objects.requireNonNullElse(days.get(0).row().id("owner"), context.personId()))
                .toList());
        fresh.forEach(days -> begun.add(new BegunCampaign(days, context, teamOf)));
        List<Optional<Requirement>> asked = exits.history(
                begun.stream().map(one -> one.facts(added(context, one))).toList());
        boolean mayGoRound = viewers.find(context.personId())
                .filter(viewer -> viewer.can("approval.history.import"))
                .isPresent();
        List<BegunCampaign> made = new ArrayList<>();
        for (int at = 0; at < begun.size(); at++) {
            BegunCampaign one = begun.get(at);
            Requirement needed = asked.get(at)
                    .filter(requirement -> isAsked(requirement, one, mayGoRound))
                    .orElse(null);
            if (needed == null) {
                made.add(one);
            } else {
                String why = one.state() == CampaignState.RUNNING
                        ? "exchange.refusal.campaignRunning"
                        : "exchange.refusal.approval";
                one.days().forEach(day -> day.row().refuse(why, ImportedDay.NAME, needed.flowName()));
            }
        }
        List<Long> ids = writer.insert(
                context,
                CAMPAIGN,
                made.stream()
                        .map(one -> new RecordWriter.New(one.days().get(0).row(), columns(context, one)))
                        .toList());
        for (int at = 0; at < made.size(); at++) {
            long id = ids.get(at);
            made.get(at).days().forEach(day -> day.belongsTo(id));
        }
        if (!context.dry()) {
            note(made, ids);
        }
    }

    /** Of what is over those who may import what was decided without an approval; what runs does so only as approved here, whoever reads it in. */
    private static boolean isAsked(Requirement requirement, BegunCampaign one, boolean mayGoRound) {
        return one.state() == CampaignState.RUNNING
                || !mayGoRound && !one.approvedAt().isBefore(requirement.since());
    }

    /** What the first day says of custom fields is said of the campaign. */
    private Map<String, Object> columns(ImportContext context, BegunCampaign one) {
        Map<String, Object> columns = new LinkedHashMap<>(one.columns());
        custom.take("campaign", context, one.days().get(0).row(), null, columns);
        return columns;
    }

    private CustomValues added(ImportContext context, BegunCampaign one) {
        return columns(context, one).get(FieldCarrier.COLUMN) instanceof CustomValues values
                ? values
                : CustomValues.NONE;
    }

    private void note(List<BegunCampaign> made, List<Long> ids) {
        List<Long> changes = writer.ids("campaign_state_change_seq", made.size());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int at = 0; at < made.size(); at++) {
            BegunCampaign one = made.get(at);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", changes.get(at));
            row.put("campaign_id", ids.get(at));
            row.put("from_state", CampaignState.PLANNED);
            row.put("to_state", one.state());
            row.put("at", one.since());
            row.put("reason", "marketing.campaign.change.imported");
            row.put("stayed_seconds", 0);
            rows.add(row);
        }
        writer.insertPlain("campaign_state_change", rows);
        List<Map<String, Object>> products = new ArrayList<>();
        for (int at = 0; at < made.size(); at++) {
            long id = ids.get(at);
            made.get(at).products().forEach(product -> products.add(Map.of("campaign_id", id, "product_id", product)));
        }
        writer.insertPlain("campaign_product", products);
    }
}
