package org.triviumcrm.marketing.backlog;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** Campaigns of the past with what they have cost and brought: a row is a day of a campaign. */
@Component
class CampaignImport implements ImportTarget {

    static final String NAMES = "names";
    static final String SMALL = "small";
    private static final String AS_WRITTEN = "asWritten";

    private static final long LARGEST = 99_999_999_999_999L;

    private static final List<ImportField> FIELDS = List.of(
            ImportField.text(
                    ImportedDay.REFERENCE,
                    100,
                    "number of the campaign",
                    "campaign id",
                    "campaign number",
                    "campaign reference",
                    "活动编号",
                    "活动id"),
            ImportField.text(
                            ImportedDay.NAME,
                            300,
                            "name of the campaign",
                            "campaign name",
                            "campaign",
                            "活动",
                            "活动名称",
                            "营销活动")
                    .mandatory(),
            ImportField.reference("method", MethodReference.KEY, "category", "channel", "medium", "营销方式", "渠道", "类别")
                    .mandatory(),
            ImportField.text(ImportedDay.REGION, 100, "region", "area", "territory", "地区", "区域"),
            ImportField.reference("product", "product", "product name", "promoted product", "产品", "产品名称"),
            ImportField.reference("secondProduct", "product", "product 2", "second product", "产品2", "第二产品"),
            ImportField.reference("thirdProduct", "product", "product 3", "third product", "产品3", "第三产品"),
            ImportField.reference(
                    ImportedDay.PLAN, "annual-plan", "annual plan", "plan", "plan year", "年度计划", "计划", "计划年度"),
            ImportField.reference(
                    ImportedDay.PARENT, "campaign", "parent campaign", "parent", "part of", "上级活动", "母活动"),
            ImportField.of(FieldType.DATE, ImportedDay.DAY, "c date", "date", "on", "日期")
                    .mandatory(),
            ImportField.of(FieldType.DECIMAL, "cost", "mark spent", "spent", "spend", "amount", "费用", "花费", "金额")
                    .between(-LARGEST, LARGEST),
            ImportField.of(FieldType.CURRENCY, "currency", "币种", "货币"),
            ImportField.reference(
                    "costCategory", CostCategoryReference.KEY, "category of cost", "cost category", "费用类别"),
            ImportField.text("supplier", 200, "vendor", "供应商"),
            ImportField.of(FieldType.INTEGER, "impressions", "views", "展示", "展示次数")
                    .between(0, Long.MAX_VALUE),
            ImportField.of(FieldType.INTEGER, "clicks", "点击", "点击次数").between(0, Long.MAX_VALUE),
            ImportField.of(FieldType.INTEGER, "leads", "线索", "线索数").between(0, Long.MAX_VALUE),
            ImportField.of(FieldType.INTEGER, "orders", "订单", "订单数").between(0, Long.MAX_VALUE),
            ImportField.of(FieldType.DECIMAL, "revenue", "income", "turnover", "收入", "销售额"),
            ImportField.reference("owner", "person", "campaign owner", "负责人"));

    private final ImportedCampaigns campaigns;
    private final ImportedDays days;
    private final PastCampaignRepository past;
    private final CustomFields custom;

    CampaignImport(ImportedCampaigns campaigns, ImportedDays days, PastCampaignRepository past, CustomFields custom) {
        this.custom = custom;
        this.past = past;
        this.campaigns = campaigns;
        this.days = days;
    }

    @Override
    public String key() {
        return "campaign";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public String permission() {
        return "marketing.campaign.create";
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(key(), FIELDS);
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(ImportedCampaigns.CAMPAIGN, ImportedDays.COST, ImportedDays.RESULT);
    }

    @Override
    public List<ImportOption> options() {
        String texts = "exchange.target.campaign.option.names.";
        return List.of(new ImportOption(
                NAMES,
                List.of(
                        ImportOption.Choice.message(AS_WRITTEN, texts + AS_WRITTEN),
                        ImportOption.Choice.message(SMALL, texts + SMALL)),
                AS_WRITTEN));
    }

    @Override
    public void write(ImportBatch batch) {
        Map<ImportRow, ImportedDay> read = new LinkedHashMap<>();
        Set<List<Object>> seen = new HashSet<>();
        for (ImportRow row : batch.standing()) {
            if (PlainImport.complete(row, FIELDS)) {
                ImportedDay day = new ImportedDay(row, batch.context());
                if (seen.add(day.key())) {
                    read.put(row, day);
                } else {
                    row.refuse("exchange.refusal.sameDay", "");
                }
            }
        }
        days.value(batch, List.copyOf(read.values()));
        campaigns.write(batch, List.copyOf(read.values()));
        days.write(batch, read.values().stream().filter(ImportedDay::stands).toList());
    }

    @Override
    public Set<Long> keep(Collection<Long> ids) {
        return past.locked(ids);
    }
}
