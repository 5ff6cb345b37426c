package org.triviumcrm.identity.person;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.NewPerson;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonMovedTeam;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;

/** The people as other modules use them. */
@Service
@Transactional
class PersonDirectory implements People {

    private final PersonRepository people;
    private final PersonLookupRepository lookup;
    private final BuiltInRoles roles;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonDirectory(
            PersonRepository people,
            PersonLookupRepository lookup,
            BuiltInRoles roles,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.lookup = lookup;
        this.roles = roles;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> names(Collection<Long> ids) {
        return lookup.names(ids);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonRef> find(long id) {
        return lookup.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonRef> findByName(String name) {
        return lookup.findBySignInName(Person.normal(name)).or(() -> {
            List<PersonRef> same = lookup.withName(name.strip());
            return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
        });
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public List<PersonRef> choices(Viewer viewer, String recordType, @Nullable String typed, int limit) {
        return lookup.choices(viewer, reach(viewer, recordType), typed == null ? "" : typed, limit);
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public boolean mayChoose(Viewer viewer, String recordType, long personId) {
        return lookup.find(personId)
                .filter(PersonRef::active)
                .filter(person -> reach(viewer, recordType).includes(person.id(), person.teamId()))
                .isPresent();
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public List<PersonRef> permitted(Viewer viewer, String permission, @Nullable String typed, int limit) {
        return lookup.permitted(permission, typed == null ? "" : typed, limit);
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public boolean isPermitted(Viewer viewer, long personId, String permission) {
        return lookup.isPermitted(personId, permission);
    }

    @Override
    @CanManagePeople
    public PersonRef create(Viewer viewer, NewPerson input) {
        String signInName = input.signInName() == null ? free(input.name()) : input.signInName();
        Person person = new Person(input.name(), signInName, clock);
        person.rename(input.name(), signInName, input.email(), clock);
        person.moveToTeam(input.teamId(), clock);
        person.assignRoles(List.of(roles.id(input.roleKey())), clock);
        Locale locale = input.locale() == null ? viewer.locale() : input.locale();
        person.settle(locale, viewer.zone().getId(), "auto", clock);
        return lookup.find(people.saveAndFlush(person).getId()).orElseThrow();
    }

    @Override
    @CanManagePeople
    public void moveToTeam(Viewer viewer, long personId, @Nullable Long teamId) {
        Person person = people.findById(personId).orElseThrow();
        Long from = person.getTeamId();
        if (person.moveToTeam(teamId, clock)) {
            people.flush();
            events.publishEvent(new PersonMovedTeam(viewer, personId, from, teamId));
        }
    }

    /** For who manages teams or reads the log, anybody may be chosen there. */
    private static Scope reach(Viewer viewer, String type) {
        return switch (type) {
            case "team" -> viewer.can("identity.team.manage") ? new Scope.Everything() : new Scope.Nothing();
            case "person" -> viewer.can("identity.log.view") ? new Scope.Everything() : new Scope.Nothing();
            case COLLEAGUE -> new Scope.Everything();
            default -> viewer.scope(type).base();
        };
    }

    /** {@code darcel.schlecht}, or with a number behind it when that is taken. */
    private String free(String name) {
        String base = Person.normal(name).replaceAll("[^\\p{L}\\p{N}]+", ".").replaceAll("^\\.|\\.$", "");
        String candidate = base.isEmpty() ? "person" : base;
        for (int number = 2; people.existsBySignInName(candidate); number++) {
            candidate = base + number;
        }
        return candidate;
    }
}
