package org.triviumcrm.support.letter;

import org.springframework.stereotype.Component;

/** The tokens of this installation. */
@Component
public class TicketTokens {

    private final LetterSecretRepository secrets;

    TicketTokens(LetterSecretRepository secrets) {
        this.secrets = secrets;
    }

    public TicketToken get() {
        return new TicketToken(secrets.read());
    }
}
