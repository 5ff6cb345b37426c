package org.triviumcrm.marketing.lead;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** Leads with whatever they have answered. */
@Component
class LeadImport implements ImportTarget {

    private static final Map<String, String> COLUMNS = columns();
    private static final List<ImportField> OWN = own();
    private static final List<String> KNOWN_BY = List.of("name", "company", "email", "phone", "reference");

    private final PlainImport plain;
    private final OwnerTeams teams;
    private final LeadAnswers answers;
    private final CustomFields custom;
    private final AlikeLeads alike;

    LeadImport(PlainImport plain, OwnerTeams teams, LeadAnswers answers, CustomFields custom, AlikeLeads alike) {
        this.custom = custom;
        this.alike = alike;
        this.plain = plain;
        this.teams = teams;
        this.answers = answers;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String same : List.of(
                "reference",
                "email",
                "company",
                "phone",
                "source",
                "industry",
                "country",
                "region",
                "city",
                "reason",
                "note")) {
            columns.put(same, same);
        }
        columns.put("name", "full_name");
        columns.put("jobTitle", "job_title");
        columns.put("noEmail", "no_email");
        columns.put("noCall", "no_call");
        columns.put("owner", "owner_id");
        columns.put("campaign", "campaign_id");
        return columns;
    }

    @Override
    public String key() {
        return LeadList.NOUN;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public String permission() {
        return "marketing.lead.create";
    }

    @Override
    public boolean keepsAnswers() {
        return true;
    }

    @Override
    public List<ImportOption> options() {
        return List.of(AlikeLeads.OPTION);
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(LeadTable.LEAD);
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(LeadFields.NOUN, OWN);
    }

    private static List<ImportField> own() {
        return List.of(
                ImportField.text(
                                "name",
                                200,
                                "lead name",
                                "full name",
                                "contact name",
                                "contact",
                                "person",
                                "姓名",
                                "线索名称",
                                "联系人")
                        .identifying(),
                ImportField.text(
                                "reference", 100, "prospect id", "lead id", "lead number", "id", "number", "线索编号", "编号")
                        .identifying(),
                ImportField.text(
                                "company",
                                300,
                                "company name",
                                "account",
                                "organization",
                                "organisation",
                                "公司",
                                "公司名称",
                                "单位",
                                "企业")
                        .identifying(),
                ImportField.text("jobTitle", 200, "title", "position", "function", "职务", "职位"),
                ImportField.of(FieldType.EMAIL, "email", "e-mail", "mail", "email address", "邮箱", "电子邮件")
                        .identifying(),
                ImportField.text(
                                "phone",
                                50,
                                "telephone",
                                "tel",
                                "phone number",
                                "mobile",
                                "mobile phone",
                                "cell",
                                "电话",
                                "手机",
                                "手机号")
                        .identifying(),
                ImportField.reference(
                        "status", ImportedLeadStates.KEY, "lead status", "lead state", "converted", "状态", "线索状态"),
                ImportField.text("reason", 500, "reason of disqualification", "无效原因"),
                ImportField.text("source", 200, "lead source", "channel", "来源", "渠道", "线索来源"),
                ImportField.reference("campaign", "campaign", "campaign name", "营销活动", "市场活动", "活动"),
                ImportField.text("industry", 100, "sector", "branch", "行业", "所属行业"),
                ImportField.text("country", 100, "国家", "国家/地区"),
                ImportField.text("region", 100, "state", "province", "area", "地区", "省份", "省", "区域"),
                ImportField.text("city", 100, "town", "城市", "市"),
                ImportField.of(
                        FieldType.YES_NO, "noEmail", "do not email", "no e-mail", "email opt out", "谢绝邮件", "不要发邮件"),
                ImportField.of(FieldType.YES_NO, "noCall", "do not call", "do not phone", "谢绝来电", "不要打电话"),
                ImportField.reference("owner", "person", "lead owner", "sales agent", "负责人", "销售"),
                ImportField.text("note", 0, "notes", "comment", "description", "remarks", "备注", "说明"));
    }

    @Override
    public void write(ImportBatch batch) {
        batch.standing().stream()
                .filter(row -> KNOWN_BY.stream().noneMatch(row::has))
                .forEach(row -> row.refuse("exchange.refusal.nobody", ""));
        Map<Long, Long> teamOf =
                teams.of(batch.standing().stream().map(row -> row.id("owner")).toList());
        PlainImport.Newcomers newcomers = (rows, matched) -> alike.known(batch.context(), rows, matched);
        plain.write(batch, LeadTable.LEAD, fields(), COLUMNS, newcomers, (row, record, values) -> {
            Long team = teamOf.get(row.id("owner"));
            if (team != null
                    && (record == null || !String.valueOf(row.id("owner")).equals(record.text("owner_id")))) {
                values.put("team_id", team);
            }
            if (record == null) {
                values.putIfAbsent("no_email", false);
                values.putIfAbsent("no_call", false);
            }
            addState(batch.context(), row, record, values);
            custom.take(LeadFields.NOUN, batch.context(), row, record, values);
            answers.of(row, record, batch.context()).ifPresent(text -> values.put("answers", text));
        });
    }

    /** What has become a customer stays what it is, whatever the file says. */
    private static void addState(
            ImportContext context, ImportRow row, @Nullable ExistingRecord record, Map<String, Object> values) {
        Long said = row.id("status");
        if (record == null) {
            put(said == null ? LeadState.NEW : ImportedLeadStates.of(said), context, values);
        } else if (said != null && record.text("customer_id") == null && record.text("contact_id") == null) {
            LeadState state = ImportedLeadStates.of(said);
            if (!state.name().equals(record.text("state"))) {
                put(state, context, values);
            }
        }
    }

    private static void put(LeadState state, ImportContext context, Map<String, Object> values) {
        values.put("state", state.name());
        if (!state.isOpen()) {
            values.put("decided_at", context.now());
        }
    }
}
