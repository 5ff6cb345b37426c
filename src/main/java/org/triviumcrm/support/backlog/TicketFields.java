package org.triviumcrm.support.backlog;

import java.util.List;
import org.triviumcrm.shared.exchange.FieldType;
import org.triviumcrm.shared.exchange.ImportField;

/** What a file can say of a ticket, with what other systems call it. */
final class TicketFields {

    static final List<ImportField> ALL = List.of(
            ImportField.text(
                            "reference",
                            100,
                            "ticket id",
                            "ticket number",
                            "ticket",
                            "case number",
                            "case id",
                            "number",
                            "id",
                            "外部编号",
                            "工单编号",
                            "编号")
                    .identifying(),
            ImportField.text("name", 300, "ticket subject", "subject", "title", "summary", "主题", "标题", "工单主题")
                    .mandatory(),
            ImportField.text(
                    ImportedConversation.DESCRIPTION,
                    0,
                    "ticket description",
                    "body",
                    "message",
                    "question",
                    "details",
                    "描述",
                    "内容",
                    "what the customer wrote",
                    "客户描述",
                    "问题描述"),
            ImportField.text(ImportedConversation.RESOLUTION, 0, "answer", "solution", "解决方案", "处理结果"),
            ImportField.reference(
                    ImportedTimes.STATUS, ImportedTicketStatuses.KEY, "ticket status", "state", "状态", "工单状态"),
            ImportField.reference("priority", ImportedPriorities.KEY, "ticket priority", "urgency", "severity", "优先级"),
            ImportField.reference("channel", ImportedChannels.KEY, "ticket channel", "via", "渠道"),
            ImportField.reference(
                    "type", TicketTypeReference.KEY, "ticket type", "issue type", "category", "kind", "类型", "工单类型"),
            ImportField.reference(
                    TicketImport.QUEUE, TicketQueueReference.KEY, "ticket queue", "group", "department", "队列"),
            ImportField.reference(
                    "owner", "person", "agent", "assignee", "assigned to", "ticket owner", "负责人", "客服", "处理人"),
            ImportField.reference(
                    "customer", "customer", "company", "account", "organization", "organisation", "公司", "客户"),
            ImportField.text(
                    TicketImport.REQUESTER,
                    200,
                    "customer name",
                    "requester",
                    "requester name",
                    "reported by",
                    "contact name",
                    "name of the requester",
                    "提出人姓名",
                    "客户姓名",
                    "提出人",
                    "联系人"),
            ImportField.of(
                    FieldType.EMAIL,
                    TicketImport.EMAIL,
                    "customer email",
                    "e-mail of the requester",
                    "提出人邮箱",
                    "requester email",
                    "email",
                    "e-mail",
                    "邮箱",
                    "电子邮件"),
            ImportField.reference("product", "product", "product purchased", "product name", "产品"),
            ImportField.of(
                    FieldType.MOMENT,
                    ImportedTimes.OPENED,
                    "created",
                    "created at",
                    "opened at",
                    "created date",
                    "reported on",
                    "date",
                    "创建时间",
                    "提交时间"),
            ImportField.of(
                    FieldType.MOMENT,
                    ImportedTimes.ANSWERED,
                    "first response time",
                    "first answer",
                    "first response",
                    "first reply",
                    "first replied at",
                    "首次响应时间",
                    "首次回复时间"),
            ImportField.of(
                    FieldType.MOMENT,
                    ImportedTimes.SOLVED,
                    "time to resolution",
                    "resolved at",
                    "solved at",
                    "closed at",
                    "resolution time",
                    "解决时间",
                    "关闭时间"),
            ImportField.of(
                    FieldType.DECIMAL,
                    TicketImport.SATISFACTION,
                    "customer satisfaction rating",
                    "satisfaction rating",
                    "rating",
                    "satisfaction (1 to 5)",
                    "满意度（1 至 5）",
                    "csat",
                    "满意度",
                    "评分"));

    private TicketFields() {}
}
