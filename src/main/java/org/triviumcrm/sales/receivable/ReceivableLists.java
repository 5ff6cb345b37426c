package org.triviumcrm.sales.receivable;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListLink;
import org.triviumcrm.shared.list.ListMark;

/** What is to come in, and what has, of all contracts; seen as far as the contracts are. As files both are for the bookkeeper. */
@Configuration(proxyBeanMethods = false)
class ReceivableLists {

    static final String INSTALMENT = "instalment";
    static final String INSTALMENTS = "/sales/receivables";
    static final String RECEIPT = "receipt";
    static final String RECEIPTS = "/sales/receipts";

    private static final String COMPANY_CURRENCY = "(select currency from company)";
    private static final String CONTRACT = "/sales/contracts/{id}/payments";

    /** The contract of what is owed and late, by the company's day. */
    private static final String LATE = """
            case when i.binding and i.received < i.amount
                      and i.due_on < cast(now() at time zone (select time_zone from company) as date) then i.contract_id end""";

    /** What is late and nobody was reminded of, the longest late first. */
    static String unreminded(LocalDate today) {
        return ListLink.to(INSTALMENTS)
                .is("state", InstalmentState.OPEN, InstalmentState.PARTLY)
                .is("binding", "yes")
                .days("dueOn", null, today.minusDays(1))
                .empty("reminded")
                .toString();
    }

    @Bean
    ListDefinition instalments() {
        return ListDefinition.of(INSTALMENT, INSTALMENTS)
                .messages("sales.receivable")
                .permissions("sales.receivable.view", "sales.receivable.export")
                .from("instalment", "i")
                .seenBy(reader -> reader.scope("contract"))
                .join("left join contract c on c.id = i.contract_id")
                .join("left join customer on customer.id = i.customer_id")
                .join("left join person owner on owner.id = i.owner_id")
                .join("left join team on team.id = i.team_id")
                .column(ListColumn.of("dueOn", DATE, "i.due_on")
                        .sortableNotNull("i.due_on")
                        .filterable()
                        .shown())
                .column(ListColumn.link("contract", "c.number", "i.contract_id", CONTRACT)
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "i.customer_id", "/customers/{id}")
                        .filterable("i.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.choice(
                                "state", "i.state", Choices.of(InstalmentState.class, "sales.receivable.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.text("condition", "i.condition").shown())
                .column(ListColumn.money("amount", "i.amount", "i.currency")
                        .sortableNotNull("i.base_amount")
                        .filterable("i.base_amount")
                        .shown())
                .column(ListColumn.money("open", "i.open", "i.currency")
                        .sortableNotNull("i.base_open")
                        .filterable("i.base_open")
                        .shown())
                .column(ListColumn.choice(
                                "reminded", "i.reminded", Choices.of(ReminderLevel.class, "sales.reminder.level"))
                        .filterable()
                        .shown())
                .column(ListColumn.of("remindedAt", INSTANT, "i.reminded_at").shown())
                .column(ListColumn.of("binding", YES_NO, "i.binding").filterable())
                .column(ListColumn.money("baseOpen", "i.base_open", COMPANY_CURRENCY))
                .column(ListColumn.named("owner", "owner.name", "i.owner_id")
                        .filterable("i.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "i.team_id")
                        .filterable("i.team_id", Choices.rows("team", "name")))
                .startingWith("state", "OPEN", "PARTLY")
                .marked(new ListMark(LATE, "clock", "sales.receivable.late", "/sales/contracts/{id}/payments"))
                .total("amount", "i.base_amount")
                .total("open", "i.base_open")
                .sortedBy("dueOn")
                .build();
    }

    @Bean
    ListDefinition receipts() {
        return ListDefinition.of(RECEIPT, RECEIPTS)
                .messages("sales.receipt")
                .permissions("sales.receivable.view", "sales.receivable.export")
                .from("receipt", "r")
                .seenBy(reader -> reader.scope("contract"))
                .join("left join contract c on c.id = r.contract_id")
                .join("left join instalment i on i.id = r.instalment_id")
                .join("left join customer on customer.id = r.customer_id")
                .join("left join person owner on owner.id = r.owner_id")
                .join("left join team on team.id = r.team_id")
                .join("left join person maker on maker.id = r.created_by")
                .column(ListColumn.of("receivedOn", DATE, "r.received_on")
                        .sortableNotNull("r.received_on")
                        .filterable()
                        .shown())
                .column(ListColumn.link("contract", "c.number", "r.contract_id", CONTRACT)
                        .shown())
                .column(ListColumn.link("customer", "customer.name", "r.customer_id", "/customers/{id}")
                        .filterable("r.customer_id", Choices.records("customer", "name"))
                        .shown())
                .column(ListColumn.choice("state", "r.state", Choices.of(ReceiptState.class, "sales.receipt.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.text("reference", "r.reference")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.money(
                                "amount", "case r.kind when 'REFUND' then -r.amount else r.amount end", "r.currency")
                        .sortableNotNull("r.base_amount")
                        .filterable("r.base_amount")
                        .shown())
                .column(ListColumn.money("baseAmount", "r.base_amount", COMPANY_CURRENCY))
                .column(ListColumn.of("dueOn", DATE, "i.due_on"))
                .column(ListColumn.text("note", "r.note"))
                .column(ListColumn.text("cancelReason", "r.cancel_reason"))
                .column(ListColumn.named("owner", "owner.name", "r.owner_id")
                        .filterable("r.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.named("team", "team.name", "r.team_id")
                        .filterable("r.team_id", Choices.rows("team", "name")))
                .column(ListColumn.named("createdBy", "maker.name", "r.created_by"))
                .column(ListColumn.of("createdAt", INSTANT, "r.created_at")
                        .sortableNotNull("r.created_at")
                        .filterable())
                .total("amount", "r.base_amount")
                .sortedBy("-receivedOn")
                .build();
    }
}
