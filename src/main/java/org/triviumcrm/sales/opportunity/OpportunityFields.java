package org.triviumcrm.sales.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;
import org.triviumcrm.shared.exchange.PlainImport;

/** The fields of an opportunity that an import fills, and the words that mean them. */
final class OpportunityFields {

    static final List<ImportField> ALL = List.of(
            ImportField.text(
                            "reference",
                            100,
                            "opportunity id",
                            "deal id",
                            "id",
                            "number",
                            "opportunity number",
                            "商机编号",
                            "编号",
                            "机会编号")
                    .identifying(),
            ImportField.text(
                            "name",
                            300,
                            "opportunity",
                            "opportunity name",
                            "deal",
                            "deal name",
                            "title",
                            "subject",
                            "商机",
                            "商机名称",
                            "机会名称",
                            "名称")
                    .identifying(),
            ImportField.reference(
                    "customer", "customer", "account", "company", "account name", "client", "客户", "客户名称", "公司"),
            ImportField.reference("product", "product", "product name", "item", "产品", "产品名称"),
            ImportField.reference(
                    "competitor", "competitor", "main competitor", "lost to", "rival", "竞争对手", "主要竞争对手", "竞品", "输给"),
            ImportField.reference(
                            "owner",
                            "person",
                            "sales agent",
                            "agent",
                            "representative",
                            "sales rep",
                            "salesperson",
                            "负责人",
                            "销售",
                            "销售人员")
                    .mandatory(),
            ImportField.reference(
                            "stage",
                            "stage",
                            "deal stage",
                            "sales stage",
                            "status",
                            "state",
                            "阶段",
                            "销售阶段",
                            "商机阶段",
                            "状态")
                    .mandatory(),
            ImportField.of(
                    FieldType.DECIMAL,
                    "amount",
                    "amount",
                    "close value",
                    "value",
                    "deal value",
                    "revenue",
                    "金额",
                    "商机金额",
                    "预计金额"),
            ImportField.of(FieldType.CURRENCY, "currency", "币种", "货币"),
            ImportField.of(
                    FieldType.DATE,
                    "openedOn",
                    "engage date",
                    "created",
                    "create date",
                    "open date",
                    "start date",
                    "创建日期",
                    "开始日期",
                    "接触日期",
                    "立项日期"),
            ImportField.of(
                    FieldType.DATE,
                    "closedOn",
                    "close date",
                    "closed date",
                    "won date",
                    "end date",
                    "结束日期",
                    "成交日期",
                    "关闭日期"),
            ImportField.of(
                    FieldType.DATE,
                    "expectedCloseDate",
                    "expected close date",
                    "forecast date",
                    "expected close",
                    "预计成交日期",
                    "预计结束日期",
                    "预计签约日期"),
            ImportField.text("nextStep", 300, "next step", "next action", "下一步", "下一步计划"),
            ImportField.text("description", 0, "notes", "comment", "remarks", "描述", "备注", "说明"),
            ImportField.text("closingNote", 0, "closing note", "lost reason", "win reason", "结案说明", "输单原因"));

    /** Columns by field; the closing date is not among them because what it means depends on the stage. */
    static final Map<String, String> COLUMNS = columns();

    /** Fields by column, for the modes. */
    static final Map<String, String> FIELDS = fields();

    private OpportunityFields() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        List.of("reference", "name", "amount", "currency", "description").forEach(same -> columns.put(same, same));
        columns.put("customer", "customer_id");
        columns.put("product", "product_id");
        columns.put("competitor", "competitor_id");
        columns.put("owner", "owner_id");
        columns.put("stage", "stage_id");
        columns.put("openedOn", "opened_on");
        columns.put("expectedCloseDate", "expected_close_date");
        columns.put("nextStep", "next_step");
        columns.put("closingNote", "closing_note");
        return columns;
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(PlainImport.inverse(COLUMNS));
        fields.put("closed_on", "closedOn");
        return fields;
    }
}
