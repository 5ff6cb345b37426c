package org.triviumcrm.sales.paper;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.messaging.OutsideLetter.Enclosure;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.shared.web.Refusal;

/** Writes the e-mails with papers of a kind as they leave. */
abstract class PaperLetters implements LetterSource {

    private final PaperKind kind;
    private final PaperLetterRepository letters;
    private final Notices notices;
    private final Clock clock;

    PaperLetters(PaperKind kind, PaperLetterRepository letters, Notices notices, Clock clock) {
        this.kind = kind;
        this.letters = letters;
        this.notices = notices;
        this.clock = clock;
    }

    /** The source of the letters of a kind. */
    static String key(PaperKind kind) {
        return "sales-" + kind.table();
    }

    /**
     * The file, once its exits have let it leave; none when there is no such paper.
     *
     * @throws Refusal when it may not leave
     */
    abstract Optional<PaperFile> leaving(long paper);

    @Override
    public String key() {
        return key(kind);
    }

    /** None any more when the paper may not leave any more: the exits are asked once more, and whoever has sent it hears that. */
    @Override
    @Transactional
    public Optional<OutsideLetter> letter(long letterId) {
        Optional<PaperLetter> found = letters.find(kind, letterId).filter(one -> one.withdrawnAt() == null);
        return found.flatMap(letter -> {
            try {
                return leaving(letter.paperId()).map(file -> written(letter, file));
            } catch (Refusal mayNotLeave) {
                letters.withdraw(kind, letterId, clock.instant());
                tell(letter, "sales.letter.notice.withdrawn");
                return Optional.empty();
            }
        });
    }

    private static OutsideLetter written(PaperLetter letter, PaperFile file) {
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
        letters.fail(kind, letterId, clock.instant());
        letters.find(kind, letterId).ifPresent(letter -> tell(letter, "sales.letter.notice.failed"));
    }

    private void tell(PaperLetter letter, String notice) {
        if (letter.personId() != null) {
            notices.tell(
                    List.of(letter.personId()),
                    notice,
                    List.of(letter.subject(), letter.address()),
                    "/sales/" + kind.table() + "s/" + letter.paperId());
        }
    }
}
