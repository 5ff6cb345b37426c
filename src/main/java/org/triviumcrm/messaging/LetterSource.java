package org.triviumcrm.messaging;

import java.util.Optional;

/** Writes letters to people outside, and is told when one can't be brought. A module that posts {@link Letters} has one. */
public interface LetterSource {

    /** Its name in the outbox, which stays as it is: letters that wait are found by it. */
    String key();

    /** What the letter says as things are now; empty when it is not to be sent any more. Writes the same one whoever asks. */
    Optional<OutsideLetter> letter(long sourceId);

    /** The server has refused it, it could not be reached for too long, or nobody knows whether it took it. */
    void failed(long sourceId);
}
