package org.triviumcrm.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts letters to people outside into the outbox, in the caller's transaction; what they say comes from a {@link LetterSource}. */
public interface Letters {

    /** Whether this installation sends e-mails. Where it does not, what is posted waits until it does. */
    boolean canLeave();

    /** The address that letters come from which name no other one; null where none is set. */
    @Nullable
    String sender();

    /** The whole address of a page, from its path; as the installation says that it is reached, whatever a request has named. */
    String url(String path);

    /**
     * @param source the {@link LetterSource#key} of whoever writes it
     * @param due when it leaves; until then it can be recalled
     * @return its id
     */
    long post(String source, long sourceId, String address, @Nullable String name, Instant due);

    /** Takes it out of the outbox. False when it is on its way, or has left. */
    boolean recall(long id);

    /**
     * Once more, at once, to this address. For what has failed, and for what may have been taken or not: then its receiver may get
     * it twice.
     *
     * @return false when there is nothing to send again
     */
    boolean sendAgain(long id, String address, @Nullable String name);

    /**
     * It has come back: it counts as failed.
     *
     * @param reason what the server of its receiver says
     */
    void returned(long id, String reason);
}
