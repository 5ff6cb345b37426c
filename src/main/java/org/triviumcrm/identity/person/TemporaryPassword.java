package org.triviumcrm.identity.person;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.person.FirstPasswordQuestion.Candidate;
import org.triviumcrm.identity.signin.PasswordRules;
import org.triviumcrm.identity.signin.ReadablePassword;

/** A password that somebody else knows, chosen by an administrator or made here, good for one sign-in; the usual rules hold. */
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

    /** One that was made, with its hash. Its text is for the person alone, so that no log shows it. */
    record Made(String password, String hash) {
        @Override
        public String toString() {
            return "a password";
        }
    }

    void give(Person person, String password) {
        rules.refuse(password, List.of(person.getSignInName(), person.getName(), company()))
                .ifPresent(reason -> {
                    throw new PersonRefusal("password", reason);
                });
        person.giveTemporaryPassword(encoder.encode(password), clock);
    }

    void give(Person person, Made made) {
        person.giveTemporaryPassword(made.hash(), clock);
    }

    /** One for each, by id. A tenth of a second of work each, on all processors: not for a transaction. */
    Map<Long, Made> make(Collection<Candidate> people) {
        String company = company();
        return people.parallelStream().collect(Collectors.toMap(Candidate::id, one -> make(one, company)));
    }

    private Made make(Candidate person, String company) {
        List<String> own = List.of(person.signInName(), person.name(), company);
        String password = ReadablePassword.propose();
        while (rules.refuse(password, own).isPresent()) {
            password = ReadablePassword.propose();
        }
        return new Made(password, encoder.encode(password));
    }

    private String company() {
        return companies.current().map(Company::name).orElse("");
    }
}
