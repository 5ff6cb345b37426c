package org.triviumcrm.support.board;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListSelection;
import org.triviumcrm.shared.list.NarrowedRows;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketService;
import org.triviumcrm.support.ticket.TicketStatus;

/** The board of tickets and its columns. It takes the filters of the list, and leads there and back with them. */
@Controller
class TicketBoardController {

    static final String PATH = "/support/board";

    private final TicketBoardService board;
    private final TicketService tickets;
    private final ListSelection rows;

    TicketBoardController(TicketBoardService board, TicketService tickets, ListSelection rows) {
        this.board = board;
        this.tickets = tickets;
        this.rows = rows;
    }

    @GetMapping(PATH)
    String show(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        NarrowedRows narrow = narrow(parameters, viewer, model);
        model.addAttribute("columns", board.columns(viewer, narrow));
        model.addAttribute("places", tickets.places(viewer));
        return "support/ticket/board";
    }

    /** A column again, or its next cards. */
    @GetMapping(PATH + "/column")
    String column(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam TicketStatus status,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        if (!TicketBoardService.COLUMNS.contains(status)) {
            throw new NotFound();
        }
        NarrowedRows narrow = narrow(parameters, viewer, model);
        model.addAttribute("column", board.column(viewer, narrow, status, after));
        return after == null ? "support/ticket/board :: column" : "support/ticket/board :: cards";
    }

    private NarrowedRows narrow(MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        NarrowedRows narrow = rows.narrowed(TicketList.NOUN, viewer, parameters, PATH, "status");
        String column = narrow.query().href(PATH + "/column");
        model.addAttribute("narrow", narrow);
        model.addAttribute("columnHref", column + (column.contains("?") ? "&" : "?") + "status=");
        return narrow;
    }
}
