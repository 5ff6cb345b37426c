package org.triviumcrm.customer.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.customer.OwnerTeams;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportBatch;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportTable;
import org.triviumcrm.shared.exchange.ImportTarget;
import org.triviumcrm.shared.exchange.PlainImport;

/** The people at the customers. */
@Component
class ContactImport implements ImportTarget {

    private static final ImportTable CONTACT = new ImportTable(
            "contact",
            "contact",
            "name",
            "/contacts/{id}",
            true,
            List.of(),
            "exists (select 1 from activity a where a.about_type = 'contact' and a.about_id = r.id)");
    private static final Map<String, String> COLUMNS = columns();
    private static final List<ImportField> OWN = own();

    private final PlainImport plain;
    private final OwnerTeams teams;
    private final CustomFields custom;

    ContactImport(PlainImport plain, OwnerTeams teams, CustomFields custom) {
        this.custom = custom;
        this.plain = plain;
        this.teams = teams;
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String same : List.of("reference", "email", "name", "phone", "mobile", "birthday", "note")) {
            columns.put(same, same);
        }
        columns.put("customer", "customer_id");
        columns.put("jobTitle", "job_title");
        columns.put("noEmail", "no_email");
        columns.put("noCall", "no_call");
        columns.put("owner", "owner_id");
        return columns;
    }

    @Override
    public String key() {
        return "contact";
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public String permission() {
        return "customer.contact.create";
    }

    @Override
    public List<ImportTable> tables() {
        return List.of(CONTACT);
    }

    @Override
    public List<ImportField> fields() {
        return custom.importable(ContactFields.NOUN, OWN);
    }

    private static List<ImportField> own() {
        return List.of(
                ImportField.text(
                                "name",
                                200,
                                "contact",
                                "contact name",
                                "full name",
                                "customer name",
                                "person",
                                "姓名",
                                "联系人",
                                "联系人姓名",
                                "名称")
                        .mandatory()
                        .identifying(),
                ImportField.text("reference", 100, "contact id", "prospect id", "id", "number", "联系人编号", "编号")
                        .identifying(),
                ImportField.reference(
                                "customer",
                                "customer",
                                "account",
                                "company",
                                "company name",
                                "organization",
                                "客户",
                                "公司",
                                "所属客户",
                                "公司名称",
                                "单位")
                        .identifying(),
                ImportField.text("jobTitle", 200, "title", "position", "function", "occupation", "职务", "职位"),
                ImportField.of(
                                FieldType.EMAIL,
                                "email",
                                "e-mail",
                                "mail",
                                "email address",
                                "customer email",
                                "邮箱",
                                "电子邮件")
                        .identifying(),
                ImportField.text("phone", 50, "telephone", "tel", "phone number", "电话", "座机"),
                ImportField.text("mobile", 50, "mobile phone", "cell", "cell phone", "手机", "手机号", "移动电话")
                        .identifying(),
                ImportField.of(FieldType.DATE, "birthday", "date of birth", "birth date", "生日", "出生日期"),
                ImportField.of(
                        FieldType.YES_NO, "noEmail", "do not email", "no e-mail", "email opt out", "谢绝邮件", "不要发邮件"),
                ImportField.of(FieldType.YES_NO, "noCall", "do not call", "do not phone", "谢绝来电", "不要打电话"),
                ImportField.reference("owner", "person", "account manager", "sales agent", "负责人", "销售"),
                ImportField.text("note", 0, "notes", "comment", "description", "备注", "说明"));
    }

    @Override
    public void write(ImportBatch batch) {
        Map<Long, Long> teamOf =
                teams.of(batch.standing().stream().map(row -> row.id("owner")).toList());
        plain.write(batch, CONTACT, fields(), COLUMNS, (row, record, values) -> {
            Long team = teamOf.get(row.id("owner"));
            if (team != null
                    && (record == null || !String.valueOf(row.id("owner")).equals(record.text("owner_id")))) {
                values.put("team_id", team);
            }
            if (record == null) {
                values.putIfAbsent("no_email", false);
                values.putIfAbsent("no_call", false);
            }
            custom.take(ContactFields.NOUN, batch.context(), row, record, values);
        });
    }
}
