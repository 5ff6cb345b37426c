package org.triviumcrm.messaging.mail;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How e-mail stands in this installation.
 *
 * @param missing properties that have to be set before anything is sent
 * @param counts how many are in each state, counted to {@link OutboxRepository#CAP}
 * @param older the key of the next page, if there is one
 */
record MailPage(
        List<String> missing,
        String server,
        String from,
        Map<MailState, Long> counts,
        List<MailRow> rows,
        @Nullable Long older) {

    public boolean isReady() {
        return missing.isEmpty();
    }
}
