package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;

/** E-mails with quotes. */
@Component
class QuoteLetters extends PaperLetters {

    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final PaperFiles files;

    QuoteLetters(
            PaperLetterRepository letters,
            QuoteFactsRepository facts,
            QuoteExits exits,
            PaperFiles files,
            Notices notices,
            Clock clock) {
        super(PaperKind.QUOTE, letters, notices, clock);
        this.facts = facts;
        this.exits = exits;
        this.files = files;
    }

    @Override
    Optional<PaperFile> leaving(long paper) {
        return facts.find(paper).map(now -> files.of(exits.leave(QuoteExit.MAIL, now)));
    }
}
