package org.triviumcrm.support.queue;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistorySet;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of queues. */
@Configuration(proxyBeanMethods = false)
class QueueHistory {

    private static final String ASSIGNMENT = "queue-assignment";

    @Bean
    HistoryTable historyOfQueues() {
        return new HistoryTable(
                "ticket_queue",
                "support.queue.one",
                "name",
                QueueController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name", "support.queue.name"),
                        new HistoryField("position", "support.queue.position", HistoryField.NUMBER),
                        new HistoryField("assignment", "support.queue.assignment", ASSIGNMENT),
                        new HistoryField("most_open", "support.queue.mostOpen", HistoryField.NUMBER),
                        new HistoryField("active", "support.queue.active", HistoryField.YES_NO)),
                List.of(new HistorySet(
                        "ticket_queue_member_aud",
                        "queue_id",
                        "s.person_id::text",
                        "support.queue.members",
                        "person",
                        "memberIds")));
    }

    @Bean
    HistoryNames namesOfQueueAssignments(MessageSource messages) {
        return new ConstantNames(messages, ASSIGNMENT, "support.queue.assignment.");
    }

    @Bean
    HistoryNames namesOfQueues(JdbcClient database) {
        return new RecordNames(database, "ticket_queue");
    }
}
