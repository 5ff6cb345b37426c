package org.triviumcrm.support.ticket;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what in a ticket. */
@Controller
class TicketHistoryController {

    private final TicketService tickets;
    private final FieldHistory history;

    TicketHistoryController(TicketService tickets, FieldHistory history) {
        this.tickets = tickets;
        this.history = history;
    }

    @GetMapping(TicketList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = tickets.page(viewer, id).title();
        return HistoryPage.of(model, request, "tickets", name, history.of("ticket", id, HistoryPage.SIZE, locale));
    }
}
