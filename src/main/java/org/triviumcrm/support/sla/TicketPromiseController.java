package org.triviumcrm.support.sla;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;

/** What is promised about a ticket: a panel on its page, and the account of how it was counted. */
@Controller
class TicketPromiseController {

    private final TicketPromiseService promises;

    TicketPromiseController(TicketPromiseService promises) {
        this.promises = promises;
    }

    @GetMapping("/support/tickets/{id:\\d+}/promises")
    String show(@PathVariable long id, HtmxRequest request, Viewer viewer, Model model) {
        model.addAttribute("page", promises.page(viewer, id));
        return request.isHtmxRequest() ? "support/sla/ticket :: panel" : "support/sla/ticket";
    }
}
