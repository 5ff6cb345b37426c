package org.triviumcrm.messaging;

import java.util.Collection;

/** Tells pages that are open that what they show has changed; they ask for it again, with the rights of whoever looks. */
public interface LiveTopics {

    /**
     * Takes effect when the caller's transaction commits: the open pages of these people, on all nodes, hear of it as the event
     * {@code live:changed} of the document.
     *
     * @param topic what has changed, such as {@code ticket:42}: letters, digits, colons
     */
    void changed(String topic, Collection<Long> personIds);
}
