package org.triviumcrm.identity.person;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.signin.Device;
import org.triviumcrm.identity.signin.PasswordRules;
import org.triviumcrm.identity.signin.Sessions;
import org.triviumcrm.identity.signin.SignInOutcome;
import org.triviumcrm.identity.signin.SignInRepository;

/** What people change about themselves. */
@Service
@Transactional
class AccountService {

    private final PersonRepository people;
    private final Companies companies;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final Sessions sessions;
    private final SignInRepository log;
    private final Clock clock;

    AccountService(
            PersonRepository people,
            Companies companies,
            PasswordRules rules,
            PasswordEncoder encoder,
            Sessions sessions,
            SignInRepository log,
            Clock clock) {
        this.people = people;
        this.companies = companies;
        this.rules = rules;
        this.encoder = encoder;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public EditAccount settings(Viewer viewer) {
        return EditAccount.of(self(viewer));
    }

    @SignedIn
    public void edit(Viewer viewer, EditAccount input) {
        Person person = self(viewer);
        String email = input.email() == null ? "" : input.email().strip().toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && people.isEmailTaken(email, person.getId())) {
            throw new PersonRefusal("email", "identity.error.email.taken");
        }
        person.rename(input.name(), person.getSignInName(), input.email(), clock);
        person.settle(Locale.forLanguageTag(input.language()), input.timeZone(), input.theme(), clock);
        people.flush();
    }

    /** Ends all other sessions of the person: whoever had the old password is out. */
    @SignedIn
    public void changePassword(Viewer viewer, ChangePassword input, String sessionToKeep, Device device) {
        Person person = self(viewer);
        if (person.getPasswordHash() == null || !encoder.matches(input.current(), person.getPasswordHash())) {
            throw new PersonRefusal("current", "identity.password.wrong");
        }
        if (encoder.matches(input.password(), person.getPasswordHash())) {
            throw new PersonRefusal("password", "identity.password.same");
        }
        String company = companies.current().map(Company::name).orElse("");
        rules.refuse(input.password(), List.of(person.getSignInName(), person.getName(), company))
                .ifPresent(reason -> {
                    throw new PersonRefusal("password", reason);
                });
        person.choosePassword(encoder.encode(input.password()), clock);
        people.flush();
        sessions.endOthers(viewer, sessionToKeep);
        log.write(SignInOutcome.PASSWORD_CHANGED, person.getId(), person.getSignInName(), device);
    }

    private Person self(Viewer viewer) {
        return people.findById(viewer.personId()).orElseThrow();
    }
}
