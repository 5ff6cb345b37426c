package org.triviumcrm.approval.inbox;

import static org.triviumcrm.shared.list.ColumnType.INSTANT;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;
import org.triviumcrm.shared.list.ListDefinitionBuilder;

/**
 * The lists of the inbox, where everybody meets what is their own. Each reads one index that begins with the person, so that
 * what was finished long ago costs nothing.
 */
@Configuration(proxyBeanMethods = false)
class InboxLists {

    static final String TODO = "approvalTodo";
    static final String DONE = "approvalDone";
    static final String MINE = "approvalMine";
    static final String COPIES = "approvalCopy";

    private static final String CASE = "/approvals/cases/{id}";
    private static final String SUBMITTER = "left join person submitter on submitter.id = ";

    /** Copies have no key of one column, and everything that is shown of them stands in the case. */
    private static final String COPY = """
            (select c.id, k.person_id, k.at, c.title, c.subject_type, c.trigger_key, c.amount, c.currency, c.submitter_id, c.state,
                c.search_pieces
             from approval_copy k join approval_case c on c.id = k.case_id)""";

    /** Who is asked in a case at present; read for the rows of a page alone. */
    private static final String ASKED = """
            (select string_agg(asked.name, ', ' order by w.ordinal, w.id) from approval_task w
             join person asked on asked.id = w.person_id where w.case_id = c.id and w.state = 'OPEN')""";

    private final List<ApprovalSubject> subjects;

    InboxLists(List<ApprovalSubject> subjects) {
        this.subjects = subjects;
    }

    /** What waits for the reader. */
    @Bean
    ListDefinition approvalsToDo() {
        return own(TODO, "/approvals")
                .from("approval_task", "t")
                .ownedBy("t.person_id")
                .where("t.state = 'OPEN'")
                .join("left join approval_case c on c.id = t.case_id")
                .join(SUBMITTER + "t.submitter_id")
                .join("left join person former on former.id = t.former_person_id")
                .column(title("t", "t.case_id"))
                .column(trigger("c"))
                .column(kind("t"))
                .column(amount("t").sortable().filterable())
                .column(submitter("t"))
                .column(ListColumn.of("since", INSTANT, "t.opened_at")
                        .sortableNotNull("t.opened_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("due", INSTANT, "t.due_at")
                        .deadline()
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

    /** What the reader has decided. */
    @Bean
    ListDefinition approvalsDone() {
        return own(DONE, "/approvals/done")
                .from("approval_task", "t")
                .ownedBy("t.decided_by")
                .where("t.decided_by is not null")
                .join("left join approval_case c on c.id = t.case_id")
                .join(SUBMITTER + "t.submitter_id")
                .join("left join person former on former.id = t.former_person_id")
                .column(title("t", "t.case_id"))
                .column(trigger("c"))
                .column(kind("t"))
                .column(ListColumn.choice(
                                "decision",
                                "t.state",
                                Choices.of(List.of("APPROVED", "REJECTED", "RETURNED"), "approval.decision"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.text("comment", "t.comment").shown())
                .column(amount("t").filterable())
                .column(submitter("t"))
                .column(ListColumn.of("decided", INSTANT, "t.closed_at")
                        .sortableNotNull("t.closed_at")
                        .filterable()
                        .shown())
                .column(ListColumn.text("step", "t.step_name"))
                .column(ListColumn.named("instead", "former.name", "t.former_person_id")
                        .filterable("t.former_person_id", Choices.people()))
                .column(state("c", false))
                .sortedBy("-decided")
                .build();
    }

    /** What the reader has asked for: where it stands, and who is asked. */
    @Bean
    ListDefinition approvalsMine() {
        return own(MINE, "/approvals/mine")
                .from("approval_case", "c")
                .ownedBy("c.submitter_id")
                .column(title("c", "c.id"))
                .column(trigger("c"))
                .column(kind("c"))
                .column(state("c", true))
                .column(ListColumn.text("asked", ASKED).shown())
                .column(amount("c").filterable())
                .column(ListColumn.of("submitted", INSTANT, "c.submitted_at")
                        .sortableNotNull("c.submitted_at")
                        .filterable()
                        .shown())
                .column(ListColumn.of("finished", INSTANT, "c.finished_at").shown())
                .sortedBy("-submitted")
                .build();
    }

    /** What the reader is told of. */
    @Bean
    ListDefinition approvalCopies() {
        return own(COPIES, "/approvals/copies")
                .from(COPY, "c")
                .ownedBy("c.person_id")
                .join(SUBMITTER + "c.submitter_id")
                .column(title("c", "c.id"))
                .column(trigger("c"))
                .column(kind("c"))
                .column(state("c", true))
                .column(amount("c").filterable())
                .column(submitter("c"))
                .column(ListColumn.of("copied", INSTANT, "c.at")
                        .sortableNotNull("c.at")
                        .filterable()
                        .shown())
                .sortedBy("-copied")
                .build();
    }

    private static ListDefinitionBuilder own(String noun, String path) {
        return ListDefinition.of(noun, path).messages("approval.inbox.column");
    }

    private static ListColumn title(String alias, String caseId) {
        return ListColumn.link("title", alias + ".title", caseId, CASE)
                .filterable(alias + ".title")
                .containing(alias + ".search_pieces")
                .shown();
    }

    private static ListColumn amount(String alias) {
        return ListColumn.money("amount", alias + ".amount", alias + ".currency")
                .shown();
    }

    private static ListColumn submitter(String alias) {
        String id = alias + ".submitter_id";
        return ListColumn.named("submitter", "submitter.name", id)
                .filterable(id, Choices.people())
                .shown();
    }

    private static ListColumn state(String alias, boolean own) {
        ListColumn state = ListColumn.choice(
                        "state",
                        alias + ".state",
                        Choices.of(
                                List.of("RUNNING", "RETURNED", "APPROVED", "REJECTED", "RECALLED", "FAILED"),
                                "approval.state"))
                .badge();
        return own ? state.filterable().shown() : state;
    }

    private ListColumn kind(String alias) {
        List<String> types = subjects.stream().map(ApprovalSubject::type).toList();
        return ListColumn.choice("kind", alias + ".subject_type", Choices.of(types, "approval.subject"))
                .filterable()
                .shown();
    }

    /** What is asked for, such as winning; its words depend on the kind of record. */
    private ListColumn trigger(String alias) {
        List<String> triggers = subjects.stream()
                .flatMap(subject -> subject.triggers().stream().map(trigger -> subject.type() + "." + trigger.key()))
                .toList();
        return ListColumn.choice(
                        "trigger",
                        "%1$s.subject_type || '.' || %1$s.trigger_key".formatted(alias),
                        Choices.of(triggers, "approval.trigger"))
                .shown();
    }
}
