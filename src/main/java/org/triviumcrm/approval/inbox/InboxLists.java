package org.triviumcrm.approval.inbox;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/**
 * The lists of the inbox, where everybody meets what is their own. Each reads one partial index of its table, so that what was
 * finished long ago costs nothing.
 */
@Configuration(proxyBeanMethods = false)
class InboxLists {

    static final String TODO = "approvalTodo";

    private static final String CASE = "/approvals/cases/{id}";

    @Bean
    ListDefinition approvalsToDo(List<ApprovalSubject> subjects) {
        return ListDefinition.of(TODO, "/approvals")
                .messages("approval.inbox.column")
                .from("approval_task", "t")
                .ownedBy("t.person_id")
                .where("t.state = 'OPEN'")
                .join("left join approval_case c on c.id = t.case_id")
                .join("left join person submitter on submitter.id = t.submitter_id")
                .join("left join person former on former.id = t.former_person_id")
                .column(ListColumn.link("title", "t.title", "t.case_id", CASE)
                        .filterable()
                        .containing("t.search_pieces")
                        .shown())
                .column(kind("t.subject_type", subjects))
                .column(trigger(subjects))
                .column(ListColumn.money("amount", "t.amount", "t.currency")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.named("submitter", "submitter.name", "t.submitter_id")
                        .filterable("t.submitter_id", Choices.people())
                        .shown())
                .column(ListColumn.of("since", INSTANT, "t.opened_at")
                        .sortableNotNull("t.opened_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("due", INSTANT, "t.due_at")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.text("step", "t.step_name").shown())
                .column(ListColumn.named("instead", "former.name", "t.former_person_id")
                        .filterable("t.former_person_id", Choices.people())
                        .shown())
                .sortedBy("-since")
                .build();
    }

    private static ListColumn kind(String type, List<ApprovalSubject> subjects) {
        List<String> types = subjects.stream().map(ApprovalSubject::type).toList();
        return ListColumn.choice("kind", type, Choices.of(types, "approval.subject"))
                .filterable()
                .shown();
    }

    /** What is asked for, such as winning; the words depend on the kind of record. */
    private static ListColumn trigger(List<ApprovalSubject> subjects) {
        List<String> triggers = subjects.stream()
                .flatMap(subject -> subject.triggers().stream().map(trigger -> subject.type() + "." + trigger.key()))
                .toList();
        return ListColumn.choice(
                        "trigger", "c.subject_type || '.' || c.trigger_key", Choices.of(triggers, "approval.trigger"))
                .shown();
    }
}
