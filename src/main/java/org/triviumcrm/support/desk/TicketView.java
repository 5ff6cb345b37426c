package org.triviumcrm.support.desk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.attachment.AttachmentKind;
import org.triviumcrm.shared.visit.Visits;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.support.letter.ReplyPost;
import org.triviumcrm.support.macro.ApplyMacro;
import org.triviumcrm.support.macro.MacroUseService;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.WriteMessage;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketStatus;

/** Fills the page of a ticket, with what is being written on it. */
@Component
class TicketView {

    private final MessageService messages;
    private final Questions questions;
    private final ReplyPost post;
    private final People people;
    private final Visits visits;
    private final MacroUseService macros;
    private final TicketForms forms;

    TicketView(
            MessageService messages,
            Questions questions,
            ReplyPost post,
            People people,
            Visits visits,
            MacroUseService macros,
            TicketForms forms) {
        this.messages = messages;
        this.questions = questions;
        this.post = post;
        this.people = people;
        this.visits = visits;
        this.macros = macros;
        this.forms = forms;
    }

    /** @param changes what goes along with what is being written */
    String show(Viewer viewer, TicketPage page, WriteMessage written, ApplyMacro changes, Model model) {
        Map<Long, String> called = people.names(written.mentions());
        model.addAttribute("ticket", page);
        model.addAttribute("fresh", visits.fresh(viewer, TicketList.NOUN, page.id()));
        model.addAttribute("thread", messages.thread(viewer, page, null));
        model.addAttribute("questions", questions.of(viewer, page.typeId(), page.answers()));
        forms.name(viewer, model, page.opportunityId(), page.contractId());
        model.addAttribute("message", written);
        model.addAttribute(
                "called",
                written.mentions().stream()
                        .filter(called::containsKey)
                        .map(person -> new Option(person, called.getOrDefault(person, "")))
                        .toList());
        model.addAttribute("changes", changes);
        if (!changes.changes().isEmpty()) {
            model.addAttribute("chips", macros.chips(viewer, changes.changes()));
        }
        model.addAttribute("after", after());
        model.addAttribute("way", ReplyWay.of(page.address(), post.canLeave()));
        model.addAttribute("endings", AttachmentKind.endings());
        return "support/ticket/show";
    }

    /** What a ticket can be after a reply. */
    private static List<TicketStatus> after() {
        return Arrays.asList(TicketStatus.PENDING, TicketStatus.SOLVED, TicketStatus.ON_HOLD, TicketStatus.OPEN);
    }
}
