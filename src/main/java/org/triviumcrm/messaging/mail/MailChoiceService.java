package org.triviumcrm.messaging.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;

/** What everybody chooses about the own e-mails. */
@Service
@Transactional
class MailChoiceService {

    private final MailChoiceRepository choices;
    private final MailSettings settings;

    MailChoiceService(MailChoiceRepository choices, MailSettings settings) {
        this.choices = choices;
        this.settings = settings;
    }

    /** @param ready whether this installation sends e-mails at all */
    record Standing(boolean mail, @Nullable String email, boolean ready) {}

    @SignedIn
    @Transactional(readOnly = true)
    public Standing standing(Viewer viewer) {
        MailChoiceRepository.Choice choice = choices.find(viewer.personId());
        return new Standing(choice.mail(), choice.email(), settings.isReady());
    }

    @SignedIn
    public void choose(Viewer viewer, ChooseMail input) {
        choices.save(viewer.personId(), input.wanted());
    }
}
