package org.triviumcrm.identity.person;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.role.BuiltInRoles;

/** Makes the administrator that a new company starts with. */
@Service
public class FirstPerson {

    private final PersonRepository people;
    private final PersonLookupRepository lookup;
    private final BuiltInRoles roles;
    private final Clock clock;

    FirstPerson(PersonRepository people, PersonLookupRepository lookup, BuiltInRoles roles, Clock clock) {
        this.people = people;
        this.lookup = lookup;
        this.roles = roles;
        this.clock = clock;
    }

    /** Whether there is nobody yet who could sign in. */
    @Transactional(readOnly = true)
    public boolean isMissing() {
        return !lookup.isAnybodyThere();
    }

    /** The id of the new person. */
    @CanManagePeople
    @Transactional
    public long create(
            Viewer viewer,
            String name,
            String signInName,
            @Nullable String email,
            String passwordHash,
            Locale locale,
            ZoneId zone) {
        Person person = new Person(name, signInName, clock);
        person.rename(name, signInName, email, clock);
        person.choosePassword(passwordHash, clock);
        person.settle(locale, zone.getId(), "auto", clock);
        person.assignRoles(List.of(roles.id("administrator")), clock);
        return people.saveAndFlush(person).getId();
    }
}
