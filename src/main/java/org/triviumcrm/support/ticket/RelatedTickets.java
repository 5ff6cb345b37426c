package org.triviumcrm.support.ticket;

import java.util.List;
import org.springframework.ui.Model;

/** Tickets as a panel on the page of a record that they have to do with. */
final class RelatedTickets {

    /** To be asked for, so that it is known whether there are more than are shown. */
    static final int ASKED = 21;

    private RelatedTickets() {}

    /** @param found at most {@link #ASKED} */
    static String panel(Model model, List<TicketRow> found) {
        model.addAttribute("rows", found.stream().limit(ASKED - 1L).toList());
        model.addAttribute("more", found.size() == ASKED);
        model.addAttribute("most", ASKED - 1);
        return "support/ticket/related";
    }
}
