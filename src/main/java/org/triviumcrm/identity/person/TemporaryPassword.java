package org.triviumcrm.identity.person;

import java.time.Clock;
import java.util.List;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.signin.PasswordRules;

/** A password that an administrator chooses for somebody, good for one sign-in; the usual rules hold. */
@Component
class TemporaryPassword {

    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final Companies companies;
    private final Clock clock;

    TemporaryPassword(PasswordRules rules, PasswordEncoder encoder, Companies companies, Clock clock) {
        this.rules = rules;
        this.encoder = encoder;
        this.companies = companies;
        this.clock = clock;
    }

    void give(Person person, String password) {
        String company = companies.current().map(Company::name).orElse("");
        rules.refuse(password, List.of(person.getSignInName(), person.getName(), company))
                .ifPresent(reason -> {
                    throw new PersonRefusal("password", reason);
                });
        person.giveTemporaryPassword(encoder.encode(password), clock);
    }
}
