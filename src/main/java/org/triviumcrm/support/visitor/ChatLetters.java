package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.support.chat.ChatRepository;
import org.triviumcrm.support.chat.ChatWord;

/** Writes the letters that transcripts are. */
@Component
class ChatLetters implements LetterSource {

    private static final String KEY = "support-chat";
    private static final Duration WHILE = Duration.ofHours(24);
    private static final int MOST = 3;
    private static final int WORDS = 5_000;

    private final ChatLetterRepository posted;
    private final ChatRepository chats;
    private final Letters letters;
    private final Companies companies;
    private final MessageSource texts;
    private final Clock clock;

    ChatLetters(
            ChatLetterRepository posted,
            ChatRepository chats,
            Letters letters,
            Companies companies,
            MessageSource texts,
            Clock clock) {
        this.posted = posted;
        this.chats = chats;
        this.letters = letters;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    /** False when this installation sends no mails, or that address has got enough. Once for a talk; asking again changes nothing. */
    boolean post(long chatId, String address) {
        Instant now = clock.instant();
        if (!letters.canLeave() || posted.sentTo(address, now.minus(WHILE)) >= MOST) {
            return false;
        }
        String sender = letters.sender();
        String domain = sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
        posted.add(chatId, address, domain, now).ifPresent(id -> letters.post(KEY, id, address, null, now));
        return true;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<OutsideLetter> letter(long id) {
        return posted.find(id).map(this::write);
    }

    private OutsideLetter write(ChatLetterRepository.ChatLetter letter) {
        Locale locale = letter.chinese() ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        String company = companies.current().map(Company::name).orElse("");
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(companies.zone());
        String visitor = Objects.requireNonNullElse(
                letter.visitorName(), texts.getMessage("support.visitor." + WidgetText.YOU, null, locale));
        String text = chats.words(letter.chatId(), 0, true, WORDS).stream()
                .filter(word -> !word.isEvent())
                .map(word -> line(word, visitor, format))
                .collect(Collectors.joining("\n\n"));
        return new OutsideLetter(
                letter.internetId(),
                null,
                company,
                null,
                null,
                List.of(),
                texts.getMessage("support.visitor.letter", new Object[] {company}, locale),
                text,
                PlainHtml.of(text),
                true,
                List.of());
    }

    private static String line(ChatWord word, String visitor, DateTimeFormatter format) {
        String who = word.isFromVisitor() ? visitor : Objects.requireNonNullElse(word.author(), "");
        return who + " · " + format.format(word.at()) + "\n" + word.body();
    }

    /** Nobody waits for it. */
    @Override
    public void failed(long id) {}
}
