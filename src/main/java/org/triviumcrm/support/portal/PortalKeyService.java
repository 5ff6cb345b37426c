package org.triviumcrm.support.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.Passwords;
import org.triviumcrm.identity.SignInGuard;
import org.triviumcrm.support.portal.PortalEventRepository.Place;

/** What customers do who can't sign in yet, or not any more. Nobody is signed in: the letter that they have says who they are. */
@Service
public class PortalKeyService {

    /** One letter is enough for a while. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 100;

    private final PortalAccountRepository accounts;
    private final PortalKeyRepository keys;
    private final PortalEventRepository events;
    private final PortalLetters letters;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Companies companies;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PortalKeyService(
            PortalAccountRepository accounts,
            PortalKeyRepository keys,
            PortalEventRepository events,
            PortalLetters letters,
            Passwords passwords,
            SignInGuard guard,
            Companies companies,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.events = events;
        this.letters = letters;
        this.passwords = passwords;
        this.guard = guard;
        this.companies = companies;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who may choose a password. @param first whether it is their first one */
    public record Holder(String name, String email, String language, boolean first) {}

    /** Empty when the key is worth nothing: used, too old, replaced by a later one, or never was. */
    Optional<Holder> holder(String key) {
        Optional<Holder> found = transactions.execute(status -> account(key)
                .map(account -> new Holder(
                        account.getName(),
                        account.getEmail(),
                        account.getLanguage(),
                        account.getState() == AccountState.INVITED)));
        return found == null ? Optional.empty() : found;
    }

    private Optional<PortalAccount> account(String key) {
        return keys.account(PortalKey.hash(key), clock.instant()).flatMap(accounts::findById);
    }

    /**
     * Everybody who is signed in with the account is out.
     *
     * @return the key of what is wrong with the password; empty when it is chosen
     * @throws PortalRefusal when the key is worth nothing any more
     */
    Optional<String> choose(String key, String password, Place place) {
        Holder holder = holder(key).orElseThrow(PortalKeyService::over);
        Optional<String> wrong = passwords.refuse(password, own(holder.name(), holder.email()));
        if (wrong.isPresent()) {
            return wrong;
        }
        String hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            PortalAccount account = account(key)
                    .flatMap(found -> accounts.findForChange(found.getId()))
                    .orElseThrow(PortalKeyService::over);
            if (!keys.use(PortalKey.hash(key))) {
                throw over();
            }
            Instant now = clock.instant();
            boolean first = account.choosePassword(hash, now);
            keys.forget(account.getId());
            events.note(
                    account.getId(),
                    first ? PortalEventKind.ACCEPTED : PortalEventKind.PASSWORD_CHANGED,
                    null,
                    place,
                    now);
        });
        return Optional.empty();
    }

    private static PortalRefusal over() {
        return new PortalRefusal("support.portal.error.key");
    }

    private List<String> own(String name, String email) {
        return List.of(name, email, companies.current().map(Company::name).orElse(""));
    }

    /**
     * Does the same whether there is such an account or not: what becomes of it is seen in the letters of its owner alone. Whoever asks too
     * often is told the same, too.
     */
    void forgotten(@Nullable String typed, String address) {
        String email = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && email.length() <= 320 && guard.admit("portal-forgotten:" + email, false, address)) {
            transactions.executeWithoutResult(status -> keys.ask(email, clock.instant()));
        }
    }

    /** Sends letters to those who have asked for one and have an account. */
    void answerAsked() {
        transactions.executeWithoutResult(status -> keys.takeAsked(AT_ONCE)
                .forEach(email -> accounts.findByAddress(email).ifPresent(this::answer)));
    }

    private void answer(PortalAccount account) {
        Instant now = clock.instant();
        boolean may = account.getState() == AccountState.ACTIVE || account.getState() == AccountState.INVITED;
        if (may && letters.canLeave() && !keys.hasSince(account.getId(), now.minus(PAUSE))) {
            letters.send(account, account.getState() == AccountState.INVITED);
            events.note(account.getId(), PortalEventKind.FORGOTTEN, null, Place.NONE, now);
        }
    }

    int removeOld() {
        Integer removed = transactions.execute(status -> keys.removeOld(clock.instant()));
        return removed == null ? 0 : removed;
    }
}
