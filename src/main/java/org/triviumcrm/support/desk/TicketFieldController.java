package org.triviumcrm.support.desk;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import org.triviumcrm.customer.CustomFields;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.EditableFields;
import org.triviumcrm.shared.web.FieldForm;
import org.triviumcrm.shared.web.FieldForms;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.support.ticket.SaveTicket;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.WrongTicketStatus;

/** Single fields of a ticket, edited on its page. */
@Controller
class TicketFieldController {

    private static final EditableFields FIELDS = EditableFields.of(
            "name",
            "priority",
            "channel",
            "typeId",
            "queueId",
            "ownerId",
            "customerId",
            "contactId",
            "requesterName",
            "requesterEmail",
            "productId",
            "opportunityId",
            "contractId",
            "reference");

    private final TicketService tickets;
    private final TicketForms forms;
    private final FieldForms fields;
    private final CustomFields custom;

    TicketFieldController(TicketService tickets, TicketForms forms, FieldForms fields, CustomFields custom) {
        this.custom = custom;
        this.tickets = tickets;
        this.forms = forms;
        this.fields = fields;
    }

    @CanChangeTickets
    @GetMapping(TicketList.PATH + "/{id:\\d+}/fields/{field}")
    String edit(@PathVariable long id, @PathVariable String field, HtmxRequest htmx, Viewer viewer, Model model) {
        TicketPage page = tickets.page(viewer, id);
        of(page, field).show(model);
        return view(viewer, model, page, htmx);
    }

    @CanChangeTickets
    @PostMapping(TicketList.PATH + "/{id:\\d+}/fields/{field}")
    String update(
            @PathVariable long id,
            @PathVariable String field,
            WebRequest request,
            HttpServletResponse response,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        TicketPage page = tickets.page(viewer, id);
        FieldForm<SaveTicket> form = of(page, field).read(request);
        if (!form.errors().hasErrors()) {
            forms.check(viewer, id, form.typed(), form.errors());
        }
        if (!form.errors().hasErrors()) {
            try {
                tickets.update(viewer, id, form.typed(), null);
                return "redirect:" + TicketList.PATH + "/" + id;
            } catch (WrongTicketStatus refused) {
                form.errors().reject(refused.key());
            }
        }
        return form.rejected(model, response, view(viewer, model, page, htmx));
    }

    private FieldForm<SaveTicket> of(TicketPage page, String field) {
        return fields.of("ticket", page.toInput(), custom.editable(TicketList.NOUN, FIELDS), field);
    }

    private String view(Viewer viewer, Model model, TicketPage page, HtmxRequest htmx) {
        model.addAttribute("page", page);
        forms.fill(viewer, model, page.toInput());
        return Part.of(htmx, "support/ticket/field");
    }
}
