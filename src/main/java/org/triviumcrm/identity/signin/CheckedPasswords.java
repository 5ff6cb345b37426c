package org.triviumcrm.identity.signin;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.triviumcrm.identity.Passwords;

/** The passwords of all who sign in. */
@Component
class CheckedPasswords implements Passwords {

    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final SingletonSupplier<String> hashOfNobody;

    CheckedPasswords(PasswordRules rules, PasswordEncoder encoder) {
        this.rules = rules;
        this.encoder = encoder;
        this.hashOfNobody = SingletonSupplier.of(() -> encoder.encode("nobody's password"));
    }

    @Override
    public String hash(String password) {
        return encoder.encode(password);
    }

    /** Hashes once whatever the case. */
    @Override
    public boolean matches(String password, @Nullable String hash) {
        String hashElse = hashOfNobody.obtain(); // made at the first attempt of anybody, known name or not
        return encoder.matches(password, hash == null ? hashElse : hash) && hash != null;
    }

    @Override
    public Optional<String> refuse(String password, Collection<String> own) {
        return rules.refuse(password, own);
    }
}
