package org.triviumcrm.identity.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.CanManagePeople;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.person.FirstPasswordQuestion.Candidate;
import org.triviumcrm.identity.person.FirstPasswords.Given;
import org.triviumcrm.identity.person.TemporaryPassword.Made;
import org.triviumcrm.identity.signin.Sessions;

/** First passwords for many at a time, after people have been brought in. */
@Service
class FirstPasswordService {

    private final FirstPasswordRepository candidates;
    private final PersonRepository people;
    private final TemporaryPassword temporary;
    private final Sessions sessions;
    private final TransactionTemplate transaction;

    FirstPasswordService(
            FirstPasswordRepository candidates,
            PersonRepository people,
            TemporaryPassword temporary,
            Sessions sessions,
            TransactionTemplate transaction) {
        this.candidates = candidates;
        this.people = people;
        this.temporary = temporary;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** About all that the list of people finds. */
    @CanManagePeople
    @Transactional(readOnly = true)
    public FirstPasswordQuestion question(Viewer viewer, PersonFilter filter) {
        return candidates.found(viewer, filter);
    }

    /** About those of the list who were ticked. */
    @CanManagePeople
    @Transactional(readOnly = true)
    public FirstPasswordQuestion question(Viewer viewer, List<Long> ids) {
        return candidates.ticked(viewer, ids);
    }

    /** The hashes take seconds, so they are made before the transaction, which looks again who may still get one. */
    @CanManagePeople
    public FirstPasswords give(Viewer viewer, GiveFirstPasswords input) {
        Set<Long> ids = Set.copyOf(input.getIds());
        Map<Long, Made> made = temporary.make(candidates.standings(viewer, ids).stream()
                .filter(one -> one.standing().gets(input.isReplacing()))
                .toList());
        return Objects.requireNonNull(transaction.execute(status -> hand(viewer, ids, input.isReplacing(), made)));
    }

    private FirstPasswords hand(Viewer viewer, Set<Long> ids, boolean replacing, Map<Long, Made> made) {
        candidates.lock(ids);
        List<Given> given = new ArrayList<>();
        List<Candidate> leftOut = new ArrayList<>();
        Map<Long, Person> loaded = new LinkedHashMap<>();
        people.findWithRoles(made.keySet()).forEach(person -> loaded.put(person.getId(), person));
        for (Candidate one : candidates.standings(viewer, ids)) {
            Made password = made.get(one.id());
            Person person = loaded.get(one.id());
            if (password == null || person == null || !one.standing().gets(replacing)) {
                leftOut.add(one);
                continue;
            }
            temporary.give(person, password);
            given.add(new Given(one.name(), one.signInName(), password.password()));
            if (one.standing() == FirstPasswordStanding.UNUSED) {
                sessions.endAll(viewer, one.id());
            }
        }
        people.flush();
        return new FirstPasswords(given, leftOut);
    }
}
