package org.triviumcrm.sales.quota;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.sales.QuotaMeasure;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.KeyedImport;
import org.triviumcrm.shared.exchange.PlainImport;

/**
 * What people and teams are to reach, in the company's currency and out of all pipelines; one is found by whose it is, what it is measured
 * in, and its month, quarter or year.
 */
@Component
class QuotaImport extends KeyedImport {

    private static final String PERSON = "person";
    private static final String TEAM = "team";
    private static final String MEASURE = "measure";
    private static final String PERIOD = "period";
    private static final String AMOUNT = "amount";

    private static final String STARTS = "starts_on";
    private static final String MONTHS = "months";

    private static final long MOST = 1_000_000_000_000L;

    private final QuotaNameRepository names;
    private final Viewers viewers;

    QuotaImport(PlainImport plain, QuotaNameRepository names, Viewers viewers) {
        super(
                plain,
                new ImportTable(
                        "quota",
                        "quota",
                        "(select coalesce(p.name, m.name, '') || ' ' || t.starts_on from (values (1)) v"
                                + " left join person p on p.id = t.person_id left join team m on m.id = t.team_id)",
                        null,
                        false,
                        List.of(),
                        null),
                "exchange.refusal.sameQuota",
                List.of(
                        derivedKey(STARTS),
                        derivedKey(MONTHS),
                        derivedKey("pipeline_id"),
                        key(
                                "person_id",
                                ImportField.reference(
                                        PERSON,
                                        "person",
                                        "person",
                                        "sales agent",
                                        "representative",
                                        "owner",
                                        "人员",
                                        "销售")),
                        key("team_id", ImportField.reference(TEAM, "team", "team", "sales team", "团队", "销售团队")),
                        key(
                                MEASURE,
                                ImportField.reference(
                                        MEASURE, ImportedMeasures.KEY, "measure", "measured in", "指标", "口径", "衡量方式")),
                        column(
                                PERIOD,
                                ImportField.text(PERIOD, 20, "period", "month", "quarter", "year", "期间", "周期", "月份")
                                        .mandatory()),
                        column(
                                AMOUNT,
                                ImportField.of(
                                                FieldType.DECIMAL,
                                                AMOUNT,
                                                "amount",
                                                "quota",
                                                "target",
                                                "金额",
                                                "指标金额",
                                                "目标",
                                                "目标金额")
                                        .between(0, MOST)
                                        .mandatory())));
        this.names = names;
        this.viewers = viewers;
    }

    @Override
    public String key() {
        return "quota";
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String permission() {
        return "sales.target.manage";
    }

    @Override
    public boolean asksHow() {
        return false;
    }

    /** Quotas of those whom the importing person does not see are nobody's to set. */
    @Override
    public void write(ImportBatch batch) {
        Viewer viewer = viewers.find(batch.context().personId()).orElseThrow();
        Scope scope = viewer.scope("opportunity").base();
        Map<Long, Long> teams = names.teamsOf(batch.standing().stream()
                .map(row -> row.id(PERSON))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        for (ImportRow row : batch.standing()) {
            Long person = row.id(PERSON);
            Long team = row.id(TEAM);
            if ((person == null) == (team == null)) {
                row.refuse("exchange.refusal.quotaOf", "");
            } else if (person != null && !scope.includes(person, teams.get(person))) {
                row.refuse("exchange.refusal.unseen", PERSON);
            } else if (team != null && !(QuotaTree.seesTeams(viewer) && scope.includes(null, team))) {
                row.refuse("exchange.refusal.unseen", TEAM);
            }
        }
        super.write(batch);
    }

    @Override
    protected void read(ImportRow row, ImportContext context) {
        Long measure = row.id(MEASURE);
        row.values().put(MEASURE, (measure == null ? QuotaMeasure.WON : ImportedMeasures.of(measure)).name());
        String written = row.text(PERIOD);
        Optional<Period> period = written == null ? Optional.empty() : ImportedPeriods.read(written);
        period.ifPresent(found -> {
            row.values().put(STARTS, found.first());
            row.values().put(MONTHS, (long) found.months());
        });
        BigDecimal amount = row.decimal(AMOUNT);
        if (written != null && period.isEmpty()) {
            row.refuse("exchange.refusal.period", PERIOD, written);
        } else if (amount != null && amount.signum() == 0) {
            row.refuse("exchange.refusal.range", AMOUNT, "0");
        }
    }

    @Override
    protected void complete(
            ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values, ImportContext context) {
        values.remove(PERIOD);
        BigDecimal amount = row.decimal(AMOUNT);
        String before = record == null ? null : record.text(AMOUNT);
        if (amount != null && (before == null || new BigDecimal(before).compareTo(amount) != 0)) {
            values.put("set_at", context.now());
            values.put("set_by", context.personId());
        }
    }
}
