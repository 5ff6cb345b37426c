package org.triviumcrm.support.mail;

import jakarta.mail.Folder;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.secret.Secrets;
import org.triviumcrm.shared.web.NotFound;

/** Where customers write to. */
@Service
public class MailboxService {

    private final MailboxRepository mailboxes;
    private final MailboxProgressRepository progress;
    private final ImapServer server;
    private final Secrets secrets;
    private final Clock clock;

    MailboxService(
            MailboxRepository mailboxes,
            MailboxProgressRepository progress,
            ImapServer server,
            Secrets secrets,
            Clock clock) {
        this.mailboxes = mailboxes;
        this.progress = progress;
        this.server = server;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether passwords can be kept. */
    @CanManageMailboxes
    public boolean canKeepPasswords(Viewer viewer) {
        return secrets.isReady();
    }

    @CanManageMailboxes
    @Transactional(readOnly = true)
    public List<MailboxRow> all(Viewer viewer) {
        return progress.rows();
    }

    /** @throws NotFound when there is none */
    @CanManageMailboxes
    @Transactional(readOnly = true)
    public Mailbox find(Viewer viewer, long id) {
        return mailboxes.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageMailboxes
    @Transactional(readOnly = true)
    public boolean isTaken(Viewer viewer, @Nullable String address, long exceptId) {
        return address != null
                && mailboxes
                        .findByAddressIgnoreCase(address.strip())
                        .filter(other -> other.getId() != exceptId)
                        .isPresent();
    }

    @CanManageMailboxes
    @Transactional
    public long create(Viewer viewer, SaveMailbox input) {
        return mailboxes
                .saveAndFlush(new Mailbox(input, hidden(input), clock.instant()))
                .getId();
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanManageMailboxes
    @Transactional
    public void update(Viewer viewer, long id, SaveMailbox input) {
        Mailbox mailbox = find(viewer, id);
        EditConflict.refuseStale(Mailbox.class, id, input.version(), mailbox.getVersion());
        mailbox.change(input, hidden(input), clock.instant());
    }

    /**
     * Signs in and looks into the folder.
     *
     * @return how many mails lie there
     * @throws MailboxFailure that says what is wrong
     */
    @CanManageMailboxes
    public int test(Viewer viewer, long id) throws MailboxFailure {
        return server.open(find(viewer, id), Folder::getMessageCount);
    }

    private byte @Nullable [] hidden(SaveMailbox input) {
        String password = input.password();
        return password == null || password.isEmpty() ? null : secrets.encrypt(password);
    }
}
