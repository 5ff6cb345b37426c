package org.triviumcrm.support.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Passwords;
import org.triviumcrm.identity.SignInGuard;
import org.triviumcrm.identity.WebAccess;
import org.triviumcrm.support.portal.PortalCustomerRepository.Credential;
import org.triviumcrm.support.portal.PortalEventRepository.Place;

/**
 * Checks e-mail address and password of customers, and of nobody else. Whoever can't sign in, for whatever reason, gets the same answer after
 * the same work. No {@code AuthenticationProvider}, since those that are beans answer for all chains.
 */
@Component
class PortalSignIn {

    private static final Duration FAMILIAR = Duration.ofDays(90);

    private final PortalCustomerRepository customers;
    private final PortalEventRepository events;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Clock clock;

    PortalSignIn(
            PortalCustomerRepository customers,
            PortalEventRepository events,
            Passwords passwords,
            SignInGuard guard,
            Clock clock) {
        this.customers = customers;
        this.events = events;
        this.passwords = passwords;
        this.guard = guard;
        this.clock = clock;
    }

    static Place place(HttpServletRequest request) {
        return Place.of(WebAccess.address(request), request.getHeader("User-Agent"));
    }

    Authentication authenticate(Authentication attempt) {
        String email = attempt.getName().strip().toLowerCase(Locale.ROOT);
        Place place = attempt.getDetails() instanceof Place from ? from : Place.NONE;
        String address = place.address() == null ? "" : place.address();
        Instant now = clock.instant();
        Credential credential = customers.credential(email).orElse(null);
        boolean familiar = events.knows(credential == null ? 0 : credential.id(), address, now.minus(FAMILIAR));
        boolean admitted = guard.admit("portal:" + email, familiar, address);
        boolean matches = passwords.matches(
                String.valueOf(attempt.getCredentials()), credential == null ? null : credential.passwordHash());
        if (credential == null) {
            throw refused();
        }
        PortalEventKind outcome = outcome(admitted, matches, credential.works());
        events.note(credential.id(), outcome, null, place, now);
        if (outcome != PortalEventKind.SIGNED_IN) {
            throw refused();
        }
        guard.succeeded("portal:" + email, familiar, address);
        customers.signedIn(credential.id(), now);
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInCustomer(credential.id(), credential.generation()), null, List.of());
    }

    private static PortalEventKind outcome(boolean admitted, boolean matches, boolean works) {
        if (!admitted) {
            return PortalEventKind.TOO_MANY;
        }
        if (!matches) {
            return PortalEventKind.WRONG;
        }
        return works ? PortalEventKind.SIGNED_IN : PortalEventKind.NOT_ALLOWED;
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Address and password do not match");
    }

    /** @param account that was signed in, null for nobody */
    void signedOut(@Nullable Long account, Place place) {
        if (account != null) {
            events.note(account, PortalEventKind.SIGNED_OUT, null, place, clock.instant());
        }
    }
}
