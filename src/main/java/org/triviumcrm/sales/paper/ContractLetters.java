package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.seal.ContractExit;
import org.triviumcrm.sales.seal.ContractExits;
import org.triviumcrm.sales.seal.ContractFactsRepository;

/** E-mails with contracts. */
@Component
class ContractLetters extends PaperLetters {

    private final ContractFactsRepository facts;
    private final ContractExits exits;
    private final PaperFiles files;

    ContractLetters(
            PaperLetterRepository letters,
            ContractFactsRepository facts,
            ContractExits exits,
            PaperFiles files,
            Notices notices,
            Clock clock) {
        super(PaperKind.CONTRACT, letters, notices, clock);
        this.facts = facts;
        this.exits = exits;
        this.files = files;
    }

    @Override
    Optional<PaperFile> leaving(long paper) {
        return facts.find(paper).map(now -> files.of(exits.leave(ContractExit.MAIL, now)));
    }
}
