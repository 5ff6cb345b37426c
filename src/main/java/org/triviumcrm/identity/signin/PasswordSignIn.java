package org.triviumcrm.identity.signin;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.access.SignedInPerson;

/**
 * Checks name (or e-mail address) and password. Whoever can't sign in, for whatever reason, gets the same answer after
 * the same work.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final CredentialRepository credentials;
    private final PasswordEncoder encoder;
    private final String hashOfNobody;

    PasswordSignIn(CredentialRepository credentials, PasswordEncoder encoder) {
        this.credentials = credentials;
        this.encoder = encoder;
        this.hashOfNobody = encoder.encode("nobody's password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = String.valueOf(attempt.getCredentials());
        Credential credential = credentials.find(attempt.getName()).orElse(Credential.NOBODY);
        String hash = credential.passwordHash() == null ? hashOfNobody : credential.passwordHash();
        boolean matches = encoder.matches(password, hash);
        if (!matches || credential.passwordHash() == null || !credential.active()) {
            throw new BadCredentialsException("Name and password do not match");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInPerson(credential.personId()), null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
