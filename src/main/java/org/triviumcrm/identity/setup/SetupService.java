package org.triviumcrm.identity.setup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.DemoData;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.identity.company.CompanyRepository;
import org.triviumcrm.identity.person.FirstPerson;
import org.triviumcrm.identity.role.BuiltInRoles;
import org.triviumcrm.identity.signin.PasswordRules;

/** The first run: company, roles, administrator and whatever the modules bring along, all or nothing, once. */
@Service
public class SetupService {

    private final SetupRepository repository;
    private final CompanyRepository companies;
    private final BuiltInRoles roles;
    private final FirstPerson firstPerson;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final Viewers viewers;
    private final ApplicationEventPublisher events;
    private final Optional<DemoData> demo;

    SetupService(
            SetupRepository repository,
            CompanyRepository companies,
            BuiltInRoles roles,
            FirstPerson firstPerson,
            PasswordRules rules,
            PasswordEncoder encoder,
            Viewers viewers,
            ApplicationEventPublisher events,
            ObjectProvider<DemoData> demo) {
        this.repository = repository;
        this.companies = companies;
        this.roles = roles;
        this.firstPerson = firstPerson;
        this.rules = rules;
        this.encoder = encoder;
        this.viewers = viewers;
        this.events = events;
        this.demo = Optional.ofNullable(demo.getIfAvailable());
    }

    public boolean isOpen() {
        return firstPerson.isMissing();
    }

    public boolean hasDemo() {
        return demo.isPresent();
    }

    /** The message key of what is wrong with the password, if anything. */
    public Optional<String> refusePassword(StartCompany input) {
        return rules.refuse(input.password(), given(input.signInName(), input.name(), input.company()));
    }

    /** The same for the password of the demo people, which must not be the administrator's. */
    public Optional<String> refuseDemoPassword(StartCompany input) {
        String password = input.demoPassword();
        if (!input.withDemo() || demo.isEmpty() || password == null) {
            return Optional.empty();
        }
        return password.equals(input.password())
                ? Optional.of("identity.setup.demoPassword.same")
                : rules.refuse(password, given(input.company()));
    }

    /** Those that were sent at all: a form that lacks fields is refused field by field, not with an error. */
    private static List<String> given(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).toList();
    }

    /** @throws AlreadySetUp when somebody was faster */
    @Transactional
    public void start(StartCompany input) {
        repository.lock();
        if (!isOpen()) {
            throw new AlreadySetUp();
        }
        Locale locale = Locale.forLanguageTag(input.language());
        ZoneId zone = ZoneId.of(input.timeZone());
        companies.found(new Company(input.company().strip(), input.currency(), locale, zone));
        roles.seed();
        String hash = encoder.encode(input.password());
        long id = firstPerson.create(
                Viewer.job("identity.log.setup"), input.name(), input.signInName(), input.email(), hash, locale, zone);
        Viewer administrator = viewers.find(id).orElseThrow();
        CompanySetUp company = new CompanySetUp(
                input.company().strip(),
                input.currency(),
                locale,
                zone,
                input.withDemo() && demo.isPresent(),
                administrator);
        events.publishEvent(company);
        if (company.demo()) {
            String password = input.demoPassword();
            demo.orElseThrow().fill(company, password == null ? null : encoder.encode(password));
        }
    }
}
