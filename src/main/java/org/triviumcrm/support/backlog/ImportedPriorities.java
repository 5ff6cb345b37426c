package org.triviumcrm.support.backlog;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ConstantReference;
import org.triviumcrm.support.ticket.TicketPriority;

/** How urgent tickets are, as files name it. */
@Component
class ImportedPriorities extends ConstantReference<TicketPriority> {

    static final String KEY = "ticket-priority";

    private static final Map<TicketPriority, List<String>> WORDS = Map.of(
            TicketPriority.LOW, List.of("low", "minor", "低"),
            TicketPriority.NORMAL, List.of("normal", "medium", "moderate", "普通", "中"),
            TicketPriority.HIGH, List.of("high", "major", "高"),
            TicketPriority.URGENT, List.of("urgent", "critical", "blocker", "紧急", "严重"));

    ImportedPriorities(MessageSource messages) {
        super(KEY, TicketPriority.class, WORDS, "support.ticket.priority.", messages);
    }

    static TicketPriority of(long id) {
        return constant(TicketPriority.class, id);
    }
}
