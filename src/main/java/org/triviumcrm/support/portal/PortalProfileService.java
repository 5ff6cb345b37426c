package org.triviumcrm.support.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Passwords;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.portal.PortalEventRepository.Place;

/** What customers change about themselves. */
@Service
class PortalProfileService {

    private final PortalAccountRepository accounts;
    private final PortalEventRepository events;
    private final Passwords passwords;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PortalProfileService(
            PortalAccountRepository accounts,
            PortalEventRepository events,
            Passwords passwords,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.events = events;
        this.passwords = passwords;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Transactional
    void settle(PortalCustomer me, SaveProfile input) {
        own(me).settle(input, clock.instant());
    }

    /**
     * Ends all sessions of the account.
     *
     * @return the present generation, with which this session goes on
     * @throws PortalRefusal when something is wrong: {@link PortalRefusal#key} of the message
     */
    int changePassword(PortalCustomer me, ChooseOwnPassword input, Place place) {
        PortalAccount before = accounts.findById(me.accountId()).orElseThrow(NotFound::new);
        if (!passwords.matches(input.current(), before.getPasswordHash())) {
            throw new PortalRefusal("identity.password.wrong");
        }
        if (input.current().equals(input.password())) {
            throw new PortalRefusal("identity.password.same");
        }
        Optional<String> wrong = passwords.refuse(input.password(), List.of(me.name(), me.email(), me.company()));
        if (wrong.isPresent()) {
            throw new PortalRefusal(wrong.get());
        }
        String hash = passwords.hash(input.password());
        Integer generation = transactions.execute(status -> {
            PortalAccount account = own(me);
            Instant now = clock.instant();
            account.choosePassword(hash, now);
            events.note(me.accountId(), PortalEventKind.PASSWORD_CHANGED, null, place, now);
            return account.getGeneration();
        });
        return generation == null ? 0 : generation;
    }

    private PortalAccount own(PortalCustomer me) {
        return accounts.findForChange(me.accountId()).orElseThrow(NotFound::new);
    }
}
