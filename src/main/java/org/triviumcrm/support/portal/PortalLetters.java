package org.triviumcrm.support.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.messaging.LetterSource;
import org.triviumcrm.messaging.Letters;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.messaging.OutsideLetter;
import org.triviumcrm.shared.markup.PlainHtml;
import org.triviumcrm.support.portal.PortalEventRepository.Place;

/**
 * Letters with which customers choose a password: the invitation, and the one for who has forgotten it. The key in it is made as the
 * letter is written, so that it is nowhere but there; one that is written again has another one.
 */
@Component
class PortalLetters implements LetterSource {

    static final Duration INVITATION = Duration.ofDays(7);
    static final Duration PASSWORD = Duration.ofHours(2);

    private static final String KEY = "support-portal";

    private final PortalKeyRepository keys;
    private final PortalEventRepository events;
    private final Letters letters;
    private final Notices notices;
    private final Companies companies;
    private final MessageSource texts;
    private final Clock clock;

    PortalLetters(
            PortalKeyRepository keys,
            PortalEventRepository events,
            Letters letters,
            Notices notices,
            Companies companies,
            MessageSource texts,
            Clock clock) {
        this.keys = keys;
        this.events = events;
        this.letters = letters;
        this.notices = notices;
        this.companies = companies;
        this.texts = texts;
        this.clock = clock;
    }

    boolean canLeave() {
        return letters.canLeave();
    }

    /** In the caller's transaction. Letters that were sent before are worth nothing any more. */
    void send(PortalAccount account, boolean invitation) {
        Instant now = clock.instant();
        long key = keys.add(account.getId(), invitation, now, now.plus(invitation ? INVITATION : PASSWORD));
        letters.post(KEY, key, account.getEmail(), account.getName(), now);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    @Transactional
    public Optional<OutsideLetter> letter(long keyId) {
        return keys.sent(keyId, clock.instant()).map(sent -> letter(keyId, sent));
    }

    private OutsideLetter letter(long keyId, PortalKeyRepository.Sent sent) {
        String key = PortalKey.make();
        keys.seal(keyId, PortalKey.hash(key));
        Locale locale = Locale.forLanguageTag(sent.language());
        String company = companies.current().map(Company::name).orElse("");
        ZoneId zone = companies.zone();
        String until = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(sent.expiresAt().atZoneSameInstant(zone));
        String kind = sent.invitation() ? "invitation" : "password";
        Object[] words = {
            sent.name(),
            company,
            sent.inviter() == null ? company : sent.inviter(),
            letters.url("/portal/keys/" + key),
            until + " (" + zone.getId() + ")"
        };
        String text = texts.getMessage("support.portal.letter." + kind + ".text", words, locale);
        return new OutsideLetter(
                "portal-" + keyId + "@" + domain(),
                null,
                null,
                null,
                null,
                List.of(),
                texts.getMessage("support.portal.letter." + kind + ".subject", words, locale),
                text,
                PlainHtml.of(text),
                true,
                List.of());
    }

    private String domain() {
        String sender = letters.sender();
        return sender == null ? "trivium.invalid" : sender.substring(sender.indexOf('@') + 1);
    }

    /** Whoever has invited somebody hears that it does not arrive. */
    @Override
    @Transactional
    public void failed(long keyId) {
        keys.sent(keyId, Instant.EPOCH).ifPresent(sent -> {
            events.note(sent.accountId(), PortalEventKind.LETTER_FAILED, null, Place.NONE, clock.instant());
            Long inviter = sent.invitedBy();
            if (sent.invitation() && inviter != null) {
                notices.tell(
                        List.of(inviter),
                        "support.portal.notice.failed",
                        List.of(sent.name()),
                        "/support/portal-accounts/" + sent.accountId());
            }
        });
    }
}
