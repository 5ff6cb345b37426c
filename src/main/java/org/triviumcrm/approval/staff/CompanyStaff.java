package org.triviumcrm.approval.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.rule.Staff;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Company;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Roles;
import org.triviumcrm.identity.Superiors;

/** The people of the company for the rules of approvals. */
@Component
public class CompanyStaff {

    private final People people;
    private final Superiors superiors;
    private final Roles roles;
    private final DeputyRepository deputies;
    private final Companies companies;
    private final Clock clock;

    CompanyStaff(
            People people,
            Superiors superiors,
            Roles roles,
            DeputyRepository deputies,
            Companies companies,
            Clock clock) {
        this.people = people;
        this.superiors = superiors;
        this.roles = roles;
        this.deputies = deputies;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * As everything is now, the day being that of the company. For one look-up or one page, within one transaction: it
     * remembers what it was asked, so that a role with a thousand people costs no thousand statements.
     */
    public Staff now() {
        return new Remembered();
    }

    /** The day it is for the company: on which people are away or there. */
    public LocalDate today() {
        ZoneId zone = companies.current().map(Company::zone).orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }

    private final class Remembered implements Staff {

        private final Map<Long, Boolean> active = new HashMap<>();
        private final Map<String, List<Long>> lists = new HashMap<>();
        private @Nullable Map<Long, Long> away;

        @Override
        public boolean isActive(long personId) {
            return active.computeIfAbsent(
                    personId, id -> people.find(id).filter(PersonRef::active).isPresent());
        }

        @Override
        public List<Long> above(long personId) {
            return list("above " + personId, () -> superiors.above(personId));
        }

        @Override
        public List<Long> inCharge(long teamId) {
            return list("in charge " + teamId, () -> superiors.inCharge(teamId));
        }

        @Override
        public List<Long> holders(long roleId, @Nullable Long lineOfTeam) {
            return list(
                    "role " + roleId + " " + lineOfTeam,
                    () -> lineOfTeam == null ? roles.holders(roleId) : roles.holders(roleId, lineOfTeam));
        }

        @Override
        public Optional<Long> deputy(long personId) {
            Map<Long, Long> known = away;
            if (known == null) {
                known = deputies.on(today());
                away = known;
            }
            return Optional.ofNullable(known.get(personId));
        }

        /** All that come from identity in lists are active. */
        private List<Long> list(String question, Supplier<List<PersonRef>> answer) {
            return lists.computeIfAbsent(question, asked -> {
                List<Long> ids = answer.get().stream().map(PersonRef::id).toList();
                ids.forEach(id -> active.put(id, true));
                return ids;
            });
        }
    }
}
