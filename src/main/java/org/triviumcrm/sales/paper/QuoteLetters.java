package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.messaging.OutsideLetter.Enclosure;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.sales.release.ReleasedQuote;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.shared.web.Refusal;

/** Writes the e-mails with quotes as they leave. */
@Component
class QuoteLetters implements LetterSource {

    static final String KEY = "sales-quote";

    private final PaperLetterRepository letters;
    private final QuoteFactsRepository facts;
    private final QuoteExits exits;
    private final PaperFiles files;
    private final Notices notices;
    private final Clock clock;

    QuoteLetters(
            PaperLetterRepository letters,
            QuoteFactsRepository facts,
            QuoteExits exits,
            PaperFiles files,
            Notices notices,
            Clock clock) {
        this.letters = letters;
        this.facts = facts;
        this.exits = exits;
        this.files = files;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String key() {
        return KEY;
    }

    /** None any more when the quote may not leave any more: the exits are asked once more. */
    @Override
    @Transactional
    public Optional<OutsideLetter> letter(long letterId) {
        return letters.find(PaperKind.QUOTE, letterId)
                .flatMap(letter -> facts.find(letter.paperId()).flatMap(now -> {
                    try {
                        return Optional.of(written(letter, exits.leave(QuoteExit.MAIL, now)));
                    } catch (Refusal mayNotLeave) {
                        return Optional.empty();
                    }
                }));
    }

    private OutsideLetter written(PaperLetter letter, ReleasedQuote released) {
        PaperFile file = files.of(released);
        return new OutsideLetter(
                letter.internetId(),
                null,
                letter.by(),
                letter.replyTo(),
                null,
                List.of(),
                letter.subject(),
                letter.text(),
                PlainHtml.of(letter.text()),
                false,
                List.of(new Enclosure(file.name(), "application/pdf", new ByteArrayResource(file.bytes()))));
    }

    /** Whoever has sent it hears that it does not arrive. */
    @Override
    @Transactional
    public void failed(long letterId) {
        letters.fail(PaperKind.QUOTE, letterId, clock.instant());
        letters.find(PaperKind.QUOTE, letterId).ifPresent(letter -> {
            if (letter.personId() != null) {
                notices.tell(
                        List.of(letter.personId()),
                        "sales.letter.notice.failed",
                        List.of(letter.subject(), letter.address()),
                        "/sales/quotes/" + letter.paperId());
            }
        });
    }
}
