package org.triviumcrm.support.queue;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;

/** A new company starts with one queue, in its language. */
@Component
class FirstQueue {

    private final QueueService queues;
    private final MessageSource messages;

    FirstQueue(QueueService queues, MessageSource messages) {
        this.queues = queues;
        this.messages = messages;
    }

    @EventListener
    void on(CompanySetUp company) {
        String name = messages.getMessage("support.seed.queue", null, company.locale());
        queues.create(
                Viewer.job("identity.log.setup"),
                new SaveQueue(name, 1, List.of(), QueueAssignment.BY_HAND, null, true, null));
    }
}
