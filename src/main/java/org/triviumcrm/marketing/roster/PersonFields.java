package org.triviumcrm.marketing.roster;

import java.util.List;
import java.util.stream.Stream;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.ImportOption;

/** What a file may say of people, whatever they are put into. */
public final class PersonFields {

    /** What becomes of people whom nobody knows: {@link #MAKE_LEADS} or {@link #REFUSE}. */
    static final String STRANGERS = "strangers";

    static final String MAKE_LEADS = "leads";
    static final String REFUSE = "refuse";

    /** Running numbers of a list are no references: only what says whose number it is counts. */
    private static final List<ImportField> ALL = List.of(
            ImportField.text(
                    "name", 200, "full name", "contact name", "contact", "person", "attendee", "姓名", "联系人", "参会人"),
            ImportField.text("firstName", 100, "first name", "given name", "名"),
            ImportField.text("lastName", 100, "last name", "surname", "family name", "姓"),
            ImportField.text(
                    "company",
                    300,
                    "company name",
                    "account",
                    "organization",
                    "organisation",
                    "customer",
                    "公司",
                    "公司名称",
                    "单位",
                    "客户"),
            ImportField.text("jobTitle", 200, "job title", "title", "position", "职务", "职位"),
            ImportField.of(FieldType.EMAIL, "email", "e-mail", "mail", "email address", "e-mail address", "邮箱", "电子邮件"),
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
                    "手机号"),
            ImportField.text(
                    "reference",
                    100,
                    "contact id",
                    "customer id",
                    "lead id",
                    "account id",
                    "customer number",
                    "prospect id",
                    "记录编号",
                    "联系人编号",
                    "客户编号",
                    "线索编号"),
            ImportField.text("region", 100, "state", "province", "地区", "省份", "省"),
            ImportField.text("city", 100, "town", "城市", "市"),
            ImportField.text("source", 200, "lead source", "channel", "来源", "渠道"),
            ImportField.of(FieldType.YES_NO, "noEmail", "do not email", "no e-mail", "email opt out", "谢绝邮件", "不要发邮件"),
            ImportField.of(FieldType.YES_NO, "noCall", "do not call", "do not phone", "谢绝来电", "不要打电话"),
            ImportField.reference("owner", "person", "lead owner", "sales agent", "负责人", "销售"));

    private PersonFields() {}

    /** Those of the place first, then those of the person. */
    public static List<ImportField> and(ImportField... place) {
        return Stream.concat(Stream.of(place), ALL.stream()).toList();
    }

    /** @param texts how the keys of what is chosen from begin */
    public static ImportOption strangers(String texts) {
        return new ImportOption(
                STRANGERS,
                List.of(
                        ImportOption.Choice.message(MAKE_LEADS, texts + MAKE_LEADS),
                        ImportOption.Choice.message(REFUSE, texts + REFUSE)),
                MAKE_LEADS);
    }
}
