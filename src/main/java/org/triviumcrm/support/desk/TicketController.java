package org.triviumcrm.support.desk;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** The forms of tickets. */
@Controller
class TicketController {

    private final OpeningService opening;
    private final TicketService tickets;
    private final TicketForms forms;
    private final Questions questions;
    private final EditConflicts conflicts;

    TicketController(
            OpeningService opening,
            TicketService tickets,
            TicketForms forms,
            Questions questions,
            EditConflicts conflicts) {
        this.opening = opening;
        this.tickets = tickets;
        this.forms = forms;
        this.questions = questions;
        this.conflicts = conflicts;
    }

    /** @param customerId or contactId: whose page it is made from */
    @CanOpenTickets
    @GetMapping(TicketList.PATH + "/new")
    String blank(
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(required = false) @Nullable Long contactId,
            Viewer viewer,
            Model model) {
        SaveTicket blank = forms.blank(viewer, customerId, contactId);
        model.addAttribute("ticket", blank);
        return forms.show(viewer, model, 0, blank, List.of());
    }

    @CanOpenTickets
    @PostMapping(TicketList.PATH)
    String create(
            @Valid @ModelAttribute("ticket") SaveTicket ticket,
            BindingResult errors,
            WebRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Questions.Answered answered = questions.read(viewer, ticket.typeId(), Map.of(), request);
        forms.check(viewer, 0, ticket, errors);
        if (errors.hasErrors() || answered.isWrong()) {
            return Rejected.with(forms.show(viewer, model, 0, ticket, answered.questions()));
        }
        long id = opening.open(viewer, ticket, answered.answers(), null);
        flash.addFlashAttribute("notice", "support.ticket.created");
        return "redirect:" + TicketList.PATH + "/" + id;
    }

    @CanChangeTickets
    @GetMapping(TicketList.PATH + "/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        TicketPage page = tickets.page(viewer, id);
        model.addAttribute("ticket", page.toInput());
        return forms.show(viewer, model, id, page.toInput(), questions.of(viewer, page.typeId(), page.answers()));
    }

    @CanChangeTickets
    @PostMapping(TicketList.PATH + "/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("ticket") SaveTicket ticket,
            BindingResult errors,
            WebRequest request,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TicketPage page = tickets.page(viewer, id);
        Questions.Answered answered = questions.read(viewer, ticket.typeId(), page.answers(), request);
        forms.check(viewer, id, ticket, errors);
        if (errors.hasErrors() || answered.isWrong()) {
            return Rejected.with(forms.show(viewer, model, id, ticket, answered.questions()));
        }
        try {
            tickets.update(viewer, id, ticket, answered.answers());
            flash.addFlashAttribute("notice", "support.ticket.saved");
        } catch (ObjectOptimisticLockingFailureException e) {
            TicketPage saved = tickets.page(viewer, id);
            String form = forms.show(viewer, model, id, ticket, answered.questions());
            return conflicts.show(model, TicketList.NOUN, id, saved.version(), saved.toInput(), ticket, form);
        } catch (WrongTicketStatus refused) {
            flash.addFlashAttribute("problem", refused.key());
        }
        return "redirect:" + TicketList.PATH + "/" + id;
    }

    /** What a type asks, for a form in which it is being chosen; what was typed already stays. */
    @CanSeeTickets
    @GetMapping(TicketList.PATH + "/questions")
    String questions(
            @RequestParam(required = false) @Nullable Long typeId, WebRequest request, Viewer viewer, Model model) {
        model.addAttribute(
                "questions",
                questions.of(viewer, typeId, Map.of()).stream()
                        .map(question -> question.with(request.getParameter(question.field())))
                        .toList());
        return "support/ticket/form :: questions";
    }
}
