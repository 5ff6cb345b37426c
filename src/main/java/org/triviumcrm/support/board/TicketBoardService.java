package org.triviumcrm.support.board;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.NarrowedRows;
import org.triviumcrm.support.board.TicketBoardRepository.After;
import org.triviumcrm.support.board.TicketBoardRepository.Total;
import org.triviumcrm.support.ticket.TicketList;
import org.triviumcrm.support.ticket.TicketStatus;

/** Tickets, a column a status; what is closed is not worked on and has none. */
@Service
@Transactional(readOnly = true)
public class TicketBoardService {

    static final int CARDS = 20;

    static final List<TicketStatus> COLUMNS = List.of(
            TicketStatus.NEW, TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED);

    private final TicketBoardRepository board;

    TicketBoardService(TicketBoardRepository board) {
        this.board = board;
    }

    /** All columns with their first cards. */
    @CanViewTicketBoard
    public List<TicketColumn> columns(Viewer viewer, NarrowedRows narrow) {
        return columns(viewer, narrow, COLUMNS, null);
    }

    /** One column, from its beginning or from behind a card. */
    @CanViewTicketBoard
    public TicketColumn column(Viewer viewer, NarrowedRows narrow, TicketStatus status, @Nullable String after) {
        return columns(viewer, narrow, List.of(status), after == null ? null : After.parse(after))
                .get(0);
    }

    private List<TicketColumn> columns(
            Viewer viewer, NarrowedRows narrow, List<TicketStatus> states, @Nullable After after) {
        Map<TicketStatus, List<TicketCard>> cards = board.cards(narrow, states, CARDS + 1, after).stream()
                .collect(Collectors.groupingBy(TicketCard::status));
        Map<TicketStatus, Total> totals = narrow.query().filters().isEmpty()
                ? board.totals(viewer.scope(TicketList.NOUN), states)
                : board.totals(narrow, states);
        return states.stream()
                .map(status -> column(
                        viewer,
                        status,
                        cards.getOrDefault(status, List.of()),
                        totals.getOrDefault(status, Total.none(status))))
                .toList();
    }

    private static TicketColumn column(Viewer viewer, TicketStatus status, List<TicketCard> found, Total total) {
        List<TicketCard> shown = found.stream().limit(CARDS).toList();
        String targets = viewer.can("support.ticket.reply")
                ? status.next().stream().map(Enum::name).collect(Collectors.joining(" "))
                : "";
        return new TicketColumn(
                status,
                shown,
                total.count(),
                total.broken(),
                targets,
                found.size() > CARDS ? After.of(shown.get(CARDS - 1)) : null);
    }
}
