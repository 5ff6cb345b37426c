package org.triviumcrm.support.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.support.letter.LetterSenders;
import org.triviumcrm.support.letter.ReplyLetters;
import org.triviumcrm.support.letter.TicketTokens;

/**
 * Tells who wrote, where a mailbox is set to, that the mail has come and which ticket it is. Only for a new ticket, never to a program, and
 * so seldom to one address that two that answer each other soon fall silent.
 */
@Component
class Acknowledgements implements LetterSource {

    private static final String KEY = "support-acknowledgement";
    private static final Duration WHILE = Duration.ofHours(24);
    private static final int MOST = 3;

    private final InboundRepository mails;
    private final AcknowledgementRepository tickets;
    private final Letters letters;
    private final LetterSenders senders;
    private final TicketTokens tokens;
    private final Companies companies;
    private final MessageSource texts;
    private final Clock clock;

    Acknowledgements(
            InboundRepository mails,
            AcknowledgementRepository tickets,
            Letters letters,
            LetterSenders senders,
            TicketTokens tokens,
            Companies companies,
            MessageSource texts,
            Clock clock) {
        this.mails = mails;
        this.tickets = tickets;
        this.letters = letters;
        this.senders = senders;
        this.tokens = tokens;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    void acknowledge(long mailId, Mailbox mailbox, ReadMail mail) {
        String address = mail.address();
        String from = mail.from();
        Instant now = clock.instant();
        if (address != null
                && from != null
                && mailbox.isAcknowledges()
                && !mail.quiet()
                && letters.canLeave()
                && mails.acknowledgedSince(from, now.minus(WHILE), MOST) < MOST) {
            letters.post(KEY, mailId, address, mail.fromName(), now);
            mails.acknowledged(mailId, now);
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Optional<OutsideLetter> letter(long mailId) {
        return tickets.find(mailId).map(this::letter);
    }

    private OutsideLetter letter(AcknowledgementRepository.Acknowledged ticket) {
        LetterSenders.Sender sender = senders.of(ticket.ticketId());
        String own = sender.address() == null ? letters.sender() : sender.address();
        String domain = own == null ? "trivium.invalid" : own.substring(own.indexOf('@') + 1);
        String written = ticket.text();
        Object[] number = {"#" + ticket.number()};
        String text = written == null || written.isBlank()
                ? texts.getMessage("support.mailbox.acknowledgement.usual", number, locale())
                : written + "\n\n" + number[0];
        return new OutsideLetter(
                tokens.get().write(ticket.ticketId(), 0) + "@" + domain,
                sender.address(),
                sender.name(),
                sender.replyTo(),
                ticket.internetId() == null ? null : "<" + ticket.internetId() + ">",
                ticket.internetId() == null ? List.of() : List.of("<" + ticket.internetId() + ">"),
                ReplyLetters.subject(ticket.name(), ticket.number()),
                text,
                PlainHtml.of(text),
                true,
                List.of());
    }

    /** Nobody waits for it. */
    @Override
    public void failed(long mailId) {}

    /** That of the company: of the sender none is known. */
    private Locale locale() {
        return companies.current().map(Company::locale).orElse(Locale.ENGLISH);
    }
}
