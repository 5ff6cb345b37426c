package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.list.Belonging;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ColumnType;
import org.triviumcrm.shared.list.KeptElsewhere;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListColumnSource;
import org.triviumcrm.shared.list.ListReader;
import org.triviumcrm.support.ticket.AskedRepository.Asked;

/** Tickets by what was answered to the questions of their type. A question of another type that was answered before is no answer. */
@Component
class AnswerColumns implements ListColumnSource {

    private final AskedRepository asked;
    private final MessageSource messages;

    AnswerColumns(AskedRepository asked, MessageSource messages) {
        this.asked = asked;
        this.messages = messages;
    }

    @Override
    public List<ListColumn> columns(String noun, ListReader reader) {
        return TicketList.NOUN.equals(noun)
                ? asked.all().stream().map(question -> column(question, reader)).toList()
                : List.of();
    }

    private ListColumn column(Asked question, ListReader reader) {
        String title = question.shared()
                ? messages.getMessage(
                        "support.ticket.answer.of", new Object[] {question.name(), question.type()}, reader.locale())
                : question.name();
        ListColumn column = switch (question.kind()) {
            case TEXT, LONG_TEXT ->
                ListColumn.text(key(question), said(question)).filterable(kept(question, "words"));
            case NUMBER -> answer(question, ColumnType.DECIMAL, "number");
            case DATE -> answer(question, ColumnType.DATE, "day");
            case YES_NO -> answer(question, ColumnType.YES_NO, "yes");
            case CHOICE ->
                ListColumn.of(key(question), ColumnType.CHOICE, said(question))
                        .filterable("kept.choice", Choices.texts(choices(question)))
                        .filterable(kept(question, "choice"));
        };
        return column.belonging(new Belonging(title, "type", String.valueOf(question.typeId())));
    }

    private static ListColumn answer(Asked question, ColumnType type, String kind) {
        KeptElsewhere kept = kept(question, kind);
        return ListColumn.of(key(question), type, String.valueOf(kept.ofARow()).formatted(kept.sql()))
                .filterable(kept);
    }

    private static KeptElsewhere kept(Asked question, String kind) {
        return KeptElsewhere.single("ticket_answer", kind, "ticket_id", "kept.field_id = " + question.id(), "t.id");
    }

    /** All of a text, of which the filter knows but the beginning. */
    private static String said(Asked question) {
        return "case when t.type_id = " + question.typeId() + " then t.answers ->> '" + question.id() + "' end";
    }

    private static List<String> choices(Asked question) {
        return question.choices() == null
                ? List.of()
                : question.choices().lines().toList();
    }

    private static String key(Asked question) {
        return "answer" + question.id();
    }
}
