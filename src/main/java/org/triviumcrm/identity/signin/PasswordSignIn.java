package org.triviumcrm.identity.signin;

import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Passwords;
import org.triviumcrm.identity.access.SignedInPerson;

/**
 * Checks name (or e-mail address) and password. Whoever can't sign in, for whatever reason, gets the same answer after
 * the same work; the log alone knows why.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final CredentialRepository credentials;
    private final SignInGuardRepository guard;
    private final SignInRepository log;
    private final Passwords passwords;

    PasswordSignIn(
            CredentialRepository credentials, SignInGuardRepository guard, SignInRepository log, Passwords passwords) {
        this.credentials = credentials;
        this.guard = guard;
        this.log = log;
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName().strip().toLowerCase(Locale.ROOT);
        Device device = attempt.getDetails() instanceof Device from ? from : Device.UNKNOWN;
        Credential credential = credentials.find(name).orElse(Credential.NOBODY);
        String account = credential == Credential.NOBODY ? name : credential.signInName();
        boolean familiar = log.knows(credential.personId(), device);
        boolean admitted = guard.admit(account, familiar, device.address());
        boolean matches = passwords.matches(String.valueOf(attempt.getCredentials()), credential.passwordHash());

        SignInOutcome outcome = !admitted
                ? SignInOutcome.TOO_MANY
                : !matches
                        ? SignInOutcome.WRONG
                        : credential.active() ? SignInOutcome.SIGNED_IN : SignInOutcome.SWITCHED_OFF;
        log.write(outcome, credential == Credential.NOBODY ? null : credential.personId(), name, device);
        if (outcome != SignInOutcome.SIGNED_IN) {
            throw new BadCredentialsException("Name and password do not match");
        }
        guard.succeeded(account, familiar, device.address());
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(credential.personId()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
