package org.triviumcrm.support.presence;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.ticket.TicketList;

/** What pages of tickets say about who looks at them. */
@Controller
class PresenceController {

    private static final String PRESENCE = TicketList.PATH + "/{id:\\d+}/presence";

    private final PresenceService presence;

    PresenceController(PresenceService presence) {
        this.presence = presence;
    }

    @PostMapping(PRESENCE)
    String look(
            @PathVariable long id,
            @RequestParam(defaultValue = "page") String window,
            @RequestParam(defaultValue = "0") long turn,
            @RequestParam(defaultValue = "false") boolean writing,
            @RequestParam(required = false) @Nullable Long seen,
            Viewer viewer,
            Model model) {
        model.addAttribute("onlookers", presence.look(viewer, id, new Window(window, turn), writing));
        model.addAttribute("unseen", seen == null ? 0L : presence.unseen(viewer, id, seen));
        model.addAttribute("address", TicketList.PATH + "/" + id);
        return "support/ticket/presence :: onlookers";
    }

    /** The page is closed. */
    @PostMapping(PRESENCE + "/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @PathVariable long id,
            @RequestParam(defaultValue = "page") String window,
            @RequestParam(defaultValue = "0") long turn,
            Viewer viewer) {
        presence.leave(viewer, id, new Window(window, turn));
    }
}
