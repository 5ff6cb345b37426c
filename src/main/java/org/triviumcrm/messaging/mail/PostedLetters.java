package org.triviumcrm.messaging.mail;

import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.Letters;

/** The outbox as other modules use it. */
@Component
class PostedLetters implements Letters {

    private final LetterRepository letters;
    private final MailSettings settings;
    private final Clock clock;

    PostedLetters(LetterRepository letters, MailSettings settings, Clock clock) {
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean canLeave() {
        return settings.isReady();
    }

    @Override
    public @Nullable String sender() {
        InternetAddress address = settings.address();
        return address == null ? null : address.getAddress();
    }

    @Override
    public String url(String path) {
        return settings.url(path);
    }

    @Override
    public long post(String source, long sourceId, String address, @Nullable String name, Instant due) {
        return letters.add(source, sourceId, address, name, due, clock.instant());
    }

    @Override
    public boolean recall(long id) {
        return letters.remove(id);
    }

    @Override
    public boolean sendAgain(long id, String address, @Nullable String name) {
        return letters.again(id, address, name, clock.instant());
    }

    @Override
    public void returned(long id, String reason) {
        letters.fail(id, reason, clock.instant());
    }
}
