package org.triviumcrm.support.desk;

import java.util.List;
import org.triviumcrm.support.message.ThreadEntry;

/** Others have written in the ticket since the agent saw it; nothing was sent. */
class AnsweredMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ThreadEntry.Message> messages;

    AnsweredMeanwhile(List<ThreadEntry.Message> messages) {
        this.messages = List.copyOf(messages);
    }

    List<ThreadEntry.Message> messages() {
        return messages;
    }
}
