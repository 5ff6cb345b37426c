package org.triviumcrm.customer.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportRow;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;
import org.triviumcrm.shared.exchange.RecordMatcher;
import org.triviumcrm.shared.exchange.RecordWriter;

/** Customers, with their parent company from the same file or among those that are there. */
@Component
class CustomerImport implements ImportTarget {

    private static final ImportTable CUSTOMER = CustomerReference.CUSTOMER;
    private static final Map<String, String> COLUMNS = columns();
    private static final List<ImportField> OWN = own();

    private final PlainImport plain;
    private final RecordMatcher matcher;
    private final RecordWriter writer;
    private final OwnerTeams teams;
    private final CustomFields custom;

    CustomerImport(
            PlainImport plain, RecordMatcher matcher, RecordWriter writer, OwnerTeams teams, CustomFields custom) {
        this.custom = custom;
        this.plain = plain;
        this.matcher = matcher;
        this.writer = writer;
        this.teams = teams;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String same : List.of(
                "name",
                "reference",
                "industry",
                "level",
                "country",
                "region",
                "city",
                "address",
                "phone",
                "website",
                "email",
                "employees",
                "currency",
                "note")) {
            columns.put(same, same);
        }
        columns.put("annualRevenue", "annual_revenue");
        columns.put("foundedYear", "founded_year");
        columns.put("noEmail", "no_email");
        columns.put("noCall", "no_call");
        columns.put("owner", "owner_id");
        return columns;
    }

    @Override
    public String key() {
        return "customer";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public String permission() {
        return "customer.customer.create";
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(CUSTOMER);
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(CustomerFields.NOUN, OWN);
    }

    private static List<ImportField> own() {
        return List.of(
                ImportField.text(
                                "name",
                                300,
                                "account",
                                "customer",
                                "company",
                                "account name",
                                "company name",
                                "customer name",
                                "organization",
                                "organisation",
                                "客户",
                                "客户名称",
                                "公司",
                                "公司名称",
                                "企业名称",
                                "名称")
                        .mandatory()
                        .identifying(),
                ImportField.text(
                                "reference",
                                100,
                                "account id",
                                "customer id",
                                "customer number",
                                "id",
                                "number",
                                "code",
                                "客户编号",
                                "编号",
                                "客户代码")
                        .identifying(),
                ImportField.reference(
                                "parent",
                                "customer",
                                "subsidiary of",
                                "parent",
                                "parent company",
                                "parent account",
                                "母公司",
                                "上级客户",
                                "上级公司",
                                "所属集团")
                        .fromOwnFile(),
                ImportField.text("industry", 100, "sector", "branch", "行业", "所属行业"),
                ImportField.text("level", 50, "customer level", "grade", "tier", "class", "客户等级", "客户级别", "等级", "级别"),
                ImportField.text("country", 100, "office location", "location", "国家", "国家/地区"),
                ImportField.text("region", 100, "state", "province", "area", "地区", "省份", "省", "区域"),
                ImportField.text("city", 100, "town", "城市", "市"),
                ImportField.text("address", 500, "street", "地址", "详细地址"),
                ImportField.text("phone", 50, "telephone", "tel", "phone number", "电话", "联系电话"),
                ImportField.text("website", 300, "web", "url", "homepage", "网站", "网址", "官网"),
                ImportField.of(FieldType.EMAIL, "email", "e-mail", "mail", "email address", "邮箱", "电子邮件")
                        .identifying(),
                ImportField.of(
                        FieldType.INTEGER,
                        "employees",
                        "number of employees",
                        "staff",
                        "headcount",
                        "员工数",
                        "员工人数",
                        "人数"),
                ImportField.of(
                        FieldType.DECIMAL,
                        "annualRevenue",
                        "revenue",
                        "turnover",
                        "annual revenue",
                        "年收入",
                        "营业额",
                        "年营业额"),
                ImportField.of(FieldType.CURRENCY, "currency", "币种", "货币"),
                ImportField.of(
                                FieldType.INTEGER,
                                "foundedYear",
                                "year established",
                                "founded in",
                                "founded",
                                "established",
                                "year founded",
                                "成立年份",
                                "成立时间")
                        .between(1000, 9999),
                ImportField.of(
                        FieldType.YES_NO, "noEmail", "do not email", "no e-mail", "email opt out", "谢绝邮件", "不要发邮件"),
                ImportField.of(FieldType.YES_NO, "noCall", "do not call", "do not phone", "谢绝来电", "不要打电话"),
                ImportField.reference(
                        "owner", "person", "owner", "account manager", "sales agent", "负责人", "客户经理", "销售"),
                ImportField.text("note", 0, "notes", "comment", "description", "remarks", "备注", "说明"));
    }

    @Override
    public void write(ImportBatch batch) {
        Map<Long, Long> teamOf =
                teams.of(batch.standing().stream().map(row -> row.id("owner")).toList());
        plain.write(batch, CUSTOMER, fields(), COLUMNS, (row, record, values) -> {
            boolean hasCurrency = row.has("currency") || (record != null && record.text("currency") != null);
            if (row.has("annualRevenue") && !hasCurrency) {
                values.put("currency", batch.context().currency());
            }
            Long team = teamOf.get(row.id("owner"));
            if (team != null
                    && (record == null || !String.valueOf(row.id("owner")).equals(record.text("owner_id")))) {
                values.put("team_id", team);
            }
            if (record == null) {
                values.putIfAbsent("no_email", false);
                values.putIfAbsent("no_call", false);
            }
            custom.take(CustomerFields.NOUN, batch.context(), row, record, values);
        });
    }

    @Override
    public void link(ImportBatch batch) {
        Map<ImportRow, ExistingRecord> existing =
                matcher.match(batch, CUSTOMER, PlainImport.keys(batch.context(), COLUMNS));
        List<RecordWriter.Changed> changed = new ArrayList<>();
        existing.forEach((row, record) -> {
            Long parent = row.id("parent");
            if (parent == null || row.refusal() != null) {
                return;
            }
            if (parent == record.id()) {
                row.refuse("exchange.refusal.itself", "parent");
                return;
            }
            Map<String, Object> changes =
                    record.changes(Map.of("parent_id", parent), Map.of("parent_id", "parent"), batch.context());
            if (!changes.isEmpty()) {
                changed.add(new RecordWriter.Changed(row, record, changes));
            }
        });
        writer.update(batch.context(), CUSTOMER, changed);
    }
}
