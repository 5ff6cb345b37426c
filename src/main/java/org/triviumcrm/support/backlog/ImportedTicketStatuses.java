package org.triviumcrm.support.backlog;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ConstantReference;
import org.triviumcrm.support.ticket.TicketStatus;

/** How far tickets have come, as files name it. */
@Component
class ImportedTicketStatuses extends ConstantReference<TicketStatus> {

    static final String KEY = "ticket-status";

    private static final Map<TicketStatus, List<String>> WORDS = Map.of(
            TicketStatus.NEW, List.of("new", "unassigned", "新建", "新", "待处理"),
            TicketStatus.OPEN, List.of("open", "in progress", "assigned", "reopened", "处理中", "打开"),
            TicketStatus.PENDING,
                    List.of(
                            "pending",
                            "pending customer response",
                            "waiting for customer",
                            "waiting on customer",
                            "等待客户",
                            "待客户回复"),
            TicketStatus.ON_HOLD, List.of("on hold", "on-hold", "hold", "waiting on third party", "暂停", "挂起"),
            TicketStatus.SOLVED, List.of("solved", "resolved", "已解决"),
            TicketStatus.CLOSED, List.of("closed", "已关闭", "关闭"));

    ImportedTicketStatuses(MessageSource messages) {
        super(KEY, TicketStatus.class, WORDS, "support.ticket.status.", messages);
    }

    static TicketStatus of(long id) {
        return constant(TicketStatus.class, id);
    }
}
