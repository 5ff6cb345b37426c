package org.triviumcrm.support.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.portal.PortalEventRepository.Place;

/** Who of the customers may sign in, as colleagues decide. An account is seen by who sees its contact. */
@Service
public class PortalAccountService {

    private static final String MANAGE = "support.portal.manage";
    private static final int EVENTS = 100;
    private static final int MEMBERS = 20;

    private final PortalAccountRepository accounts;
    private final PortalAccountReadRepository readings;
    private final PortalSettingRepository settings;
    private final PortalKeyRepository keys;
    private final PortalEventRepository events;
    private final PortalLetters letters;
    private final Clock clock;

    PortalAccountService(
            PortalAccountRepository accounts,
            PortalAccountReadRepository readings,
            PortalSettingRepository settings,
            PortalKeyRepository keys,
            PortalEventRepository events,
            PortalLetters letters,
            Clock clock) {
        this.accounts = accounts;
        this.readings = readings;
        this.settings = settings;
        this.keys = keys;
        this.events = events;
        this.letters = letters;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the contact */
    @CanInvite
    @Transactional(readOnly = true)
    InvitedContact contact(Viewer viewer, long contactId) {
        return readings.contact(viewer, contactId).orElseThrow(NotFound::new);
    }

    @CanInvite
    @Transactional(readOnly = true)
    Optional<PortalAccountPage> ofContact(Viewer viewer, long contactId) {
        contact(viewer, contactId);
        return readings.ofContact(contactId);
    }

    @CanInvite
    @Transactional(readOnly = true)
    List<PortalAccountReadRepository.Member> members(Viewer viewer, long customerId) {
        return readings.members(viewer, customerId, MEMBERS);
    }

    /** What is missing for an invitation, as the key of a message; empty when nothing is. */
    @CanInvite
    @Transactional(readOnly = true)
    Optional<String> missing(Viewer viewer, InvitedContact contact) {
        if (!settings.read().active()) {
            return Optional.of("support.portal.error.closed");
        }
        if (contact.email() == null) {
            return Optional.of("support.portal.error.noEmail");
        }
        return letters.canLeave() ? Optional.empty() : Optional.of("support.portal.error.noServer");
    }

    @CanInvite
    @Transactional(readOnly = true)
    PortalAccountPage page(Viewer viewer, long id) {
        PortalAccountPage page = readings.find(id).orElseThrow(NotFound::new);
        requireVisible(viewer, page.contactId());
        return page;
    }

    /** The latest ones first. */
    @CanInvite
    @Transactional(readOnly = true)
    List<PortalEvent> events(Viewer viewer, long id) {
        page(viewer, id);
        return events.of(id, EVENTS);
    }

    /**
     * For the first time, or anew when the account was revoked, or was for another customer.
     *
     * @return the id of the account
     * @throws NotFound when the viewer does not see the contact
     * @throws PortalRefusal when something is missing, or the address or the contact has an account already
     */
    @CanInvite
    @Transactional
    long invite(Viewer viewer, long contactId, InviteContact input) {
        InvitedContact contact = contact(viewer, contactId);
        missing(viewer, contact).ifPresent(key -> {
            throw new PortalRefusal(key);
        });
        PortalAccount account = accounts.findByContact(contactId).orElse(null);
        boolean works = account != null
                && account.getState() != AccountState.REVOKED
                && readings.find(account.getId()).map(PortalAccountPage::works).orElse(false);
        if (works) {
            throw new PortalRefusal("support.portal.error.invited");
        }
        accounts.findByAddress(contact.address())
                .filter(other -> account == null || other.getId() != account.getId())
                .ifPresent(other -> {
                    throw new PortalRefusal("support.portal.error.taken");
                });
        Instant now = clock.instant();
        Long by = viewer.isJob() ? null : viewer.personId();
        PortalAccount invited = account == null ? new PortalAccount(contact, input, by, now) : account;
        if (account != null) {
            account.invite(contact, input, by, now);
        }
        long id = accounts.saveAndFlush(invited).getId();
        letters.send(invited, true);
        events.note(id, PortalEventKind.INVITED, by, Place.NONE, now);
        return id;
    }

    /** The letter once more; the one before is worth nothing any more. */
    @CanInvite
    @Transactional
    void inviteAgain(Viewer viewer, long id) {
        PortalAccount account = load(viewer, id);
        Long contact = account.getContactId();
        if (contact == null) {
            throw new PortalRefusal("support.portal.error.state");
        }
        missing(viewer, contact(viewer, contact)).ifPresent(key -> {
            throw new PortalRefusal(key);
        });
        account.remind(viewer.personId(), clock.instant());
        letters.send(account, true);
        note(viewer, id, PortalEventKind.INVITED_AGAIN);
    }

    /** @throws ObjectOptimisticLockingFailureException when somebody has changed it since */
    @CanInvite
    @Transactional
    void change(Viewer viewer, long id, ChangeAccount input) {
        PortalAccount account = load(viewer, id);
        EditConflict.refuseStale(PortalAccount.class, id, input.version(), account.getVersion());
        account.change(input, clock.instant());
        note(viewer, id, PortalEventKind.CHANGED);
    }

    /** Whoever is signed in with it is out at once. */
    @CanInvite
    @Transactional
    void block(Viewer viewer, long id) {
        change(viewer, id, PortalEventKind.BLOCKED, account -> account.block(clock.instant()));
    }

    @CanInvite
    @Transactional
    void unblock(Viewer viewer, long id) {
        change(viewer, id, PortalEventKind.UNBLOCKED, account -> account.unblock(clock.instant()));
    }

    /** For good; whoever is signed in with it is out at once. */
    @CanInvite
    @Transactional
    void revoke(Viewer viewer, long id) {
        change(viewer, id, PortalEventKind.REVOKED, account -> account.revoke(clock.instant()));
        keys.forget(id);
    }

    private void change(Viewer viewer, long id, PortalEventKind kind, Consumer<PortalAccount> change) {
        change.accept(load(viewer, id));
        note(viewer, id, kind);
    }

    private void note(Viewer viewer, long id, PortalEventKind kind) {
        events.note(id, kind, viewer.personId(), Place.NONE, clock.instant());
    }

    private PortalAccount load(Viewer viewer, long id) {
        PortalAccount account = accounts.findForChange(id).orElseThrow(NotFound::new);
        requireVisible(viewer, account.getContactId());
        return account;
    }

    /** What is left of a contact that is gone is a matter of who manages the portal. */
    private void requireVisible(Viewer viewer, @Nullable Long contactId) {
        boolean visible = contactId == null
                ? viewer.can(MANAGE)
                : readings.contact(viewer, contactId).isPresent();
        if (!visible) {
            throw new NotFound();
        }
    }
}
