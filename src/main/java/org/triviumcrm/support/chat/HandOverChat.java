package org.triviumcrm.support.chat;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who shall go on with a talk: a person, else a queue.
 *
 * @param remark for whoever goes on; null for nothing
 */
record HandOverChat(
        @Nullable Long agentId,
        @Nullable Long queueId,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String remark) {}
