package org.triviumcrm.identity.person;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.PersonLife;
import org.triviumcrm.identity.PersonMovedTeam;
import org.triviumcrm.identity.PersonSwitchedOff;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.signin.Sessions;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;

/** What administrators do with people. */
@Service
@Transactional
class PersonService implements PersonLife {

    private final PersonRepository people;
    private final PersonListRepository list;
    private final RoleAssignment assignment;
    private final TemporaryPassword temporary;
    private final Companies companies;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonService(
            PersonRepository people,
            PersonListRepository list,
            RoleAssignment assignment,
            TemporaryPassword temporary,
            Companies companies,
            Sessions sessions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.list = list;
        this.assignment = assignment;
        this.temporary = temporary;
        this.companies = companies;
        this.sessions = sessions;
        this.events = events;
        this.clock = clock;
    }

    @CanManagePeople
    @Transactional(readOnly = true)
    public PersonPage list(Viewer viewer, PersonFilter filter) {
        return list.page(filter);
    }

    @CanManagePeople
    @Transactional(readOnly = true)
    public Person find(Viewer viewer, long id) {
        return people.findById(id).orElseThrow(NotFound::new);
    }

    @CanManagePeople
    public EditPerson blank(Viewer viewer) {
        String language = viewer.locale().toLanguageTag();
        return new EditPerson("", "", null, null, List.of(), language, null, null);
    }

    @CanManagePeople
    public long create(Viewer viewer, EditPerson input) {
        check(input, 0);
        assignment.check(viewer, Set.of(), new HashSet<>(input.roles()));
        Person person = new Person(input.name(), input.signInName(), clock);
        person.rename(input.name(), input.signInName(), input.email(), clock);
        person.moveToTeam(input.teamId(), clock);
        person.assignRoles(input.roles(), clock);
        ZoneId zone = companies.current().map(Company::zone).orElse(viewer.zone());
        person.settle(Locale.forLanguageTag(input.language()), zone.getId(), "auto", clock);
        String password = input.password();
        if (password != null && !password.isBlank()) {
            temporary.give(person, password);
        }
        return people.saveAndFlush(person).getId();
    }

    @CanManagePeople
    public void edit(Viewer viewer, long id, EditPerson input) {
        Person person = editable(viewer, id);
        EditConflict.refuseStale(Person.class, id, input.version(), person.getVersion());
        check(input, id);
        assignment.check(viewer, person.getRoleIds(), new HashSet<>(input.roles()));
        assignment.keepAnAdministrator(person, person.isActive(), input.roles());
        Long from = person.getTeamId();
        person.rename(input.name(), input.signInName(), input.email(), clock);
        person.assignRoles(input.roles(), clock);
        person.settle(Locale.forLanguageTag(input.language()), person.getTimeZone(), person.getTheme(), clock);
        boolean moved = person.moveToTeam(input.teamId(), clock);
        people.flush();
        if (moved) {
            events.publishEvent(new PersonMovedTeam(viewer, id, from, input.teamId()));
        }
    }

    @Override
    @CanManagePeople
    public void switchOff(Viewer viewer, long id) {
        Person person = editable(viewer, id);
        assignment.keepAnAdministrator(person, false, person.getRoleIds());
        boolean wasActive = person.isActive();
        person.switchOff(clock);
        people.flush();
        sessions.endAll(viewer, id);
        if (wasActive) {
            events.publishEvent(new PersonSwitchedOff(viewer, id));
        }
    }

    /** @throws PersonRefusal when {@link #switchOff} would be refused */
    @Override
    @CanManagePeople
    public void requireSwitchOff(Viewer viewer, long id) {
        Person person = editable(viewer, id);
        assignment.keepAnAdministrator(person, false, person.getRoleIds());
    }

    @Override
    @CanManagePeople
    public void switchOn(Viewer viewer, long id) {
        editable(viewer, id).switchOn(clock);
        people.flush();
    }

    /** Signs the person out everywhere; the next sign-in asks for a new password. */
    @CanManagePeople
    public void givePassword(Viewer viewer, long id, String password) {
        temporary.give(editable(viewer, id), password);
        people.flush();
        sessions.endAll(viewer, id);
    }

    private Person editable(Viewer viewer, long id) {
        Person person = find(viewer, id);
        assignment.checkMayChange(viewer, person);
        return person;
    }

    private void check(EditPerson input, long id) {
        if (people.isSignInNameTaken(Person.normal(input.signInName()), id)) {
            throw new PersonRefusal("signInName", "identity.error.signInName.taken");
        }
        String email = input.email() == null ? "" : input.email().strip().toLowerCase(Locale.ROOT);
        if (!email.isEmpty() && people.isEmailTaken(email, id)) {
            throw new PersonRefusal("email", "identity.error.email.taken");
        }
    }
}
