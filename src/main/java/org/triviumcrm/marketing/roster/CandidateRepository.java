package org.triviumcrm.marketing.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PersonKind;

/** Finds the customers, contacts and leads that resemble the people of a file, with one statement for each kind. */
@Repository
class CandidateRepository {

    private static final String ASKED = """
            with asked as materialized (
                select a.at, a.reference, a.email collate "C" as email, a.phone, a.name collate "C" as name, a.company collate "C" as company
                from unnest(:ats::int[], :references::text[], :emails::text[], :phones::text[], :names::text[], :companies::text[])
                    as a (at, reference, email, phone, name, company)),
            """;

    /**
     * What all kinds have; the bits are those of {@link Candidate.Sign}. Each of the people is looked up by itself: indexes of
     * expressions tell the planner too little, and who shares a sign with more others than the cap is not known by it.
     */
    private static final String SAME = """
            found as materialized (
                select a.at, 1 as sign, f.id from asked a cross join lateral (
                    select r.id from %1$s r where r.reference = a.reference limit 50) f where a.reference <> ''
                union all
                select a.at, 2, f.id from asked a cross join lateral (
                    select r.id from %1$s r where lower(r.email) collate "C" = a.email limit 50) f where a.email <> ''
                union all
                select a.at, 4, f.id from asked a cross join lateral (
                    select r.id from %1$s r where right(search_digits(r.phone), 10) = a.phone and r.phone is not null limit 50) f
                where a.phone <> ''
                union all
                """;

    private static final Map<PersonKind, String> OTHERS =
            Map.of(PersonKind.CONTACT, """
                select a.at, 4, f.id from asked a cross join lateral (
                    select r.id from contact r where right(search_digits(r.mobile), 10) = a.phone and r.mobile is not null limit 50) f
                where a.phone <> ''
                union all
                select a.at, 8, f.id from asked a cross join lateral (
                    select r.id from customer k join contact r on r.customer_id = k.id
                    where lower(k.name) collate "C" = a.company and lower(r.name) collate "C" = a.name limit 50) f
                where a.name <> '' and a.company <> ''),
            """, PersonKind.CUSTOMER, """
                select a.at, 8, f.id from asked a cross join lateral (
                    select r.id from customer r
                    where lower(r.name) collate "C" = case a.name when '' then a.company else a.name end limit 50) f
                where (a.name = '' or a.company = '' or a.name = a.company) and a.name || a.company <> ''),
            """, PersonKind.LEAD, """
                select a.at, 8, f.id from asked a cross join lateral (
                    select r.id from lead r
                    where lower(r.full_name) collate "C" = a.name and coalesce(lower(r.company), '') = a.company limit 50) f
                where a.name <> ''
                union all
                select a.at, 8, f.id from asked a cross join lateral (
                    select r.id from lead r where lower(r.company) collate "C" = a.company and r.full_name is null limit 50) f
                where a.name = '' and a.company <> ''),
            """);

    private final JdbcClient database;

    CandidateRepository(JdbcClient database) {
        this.database = database;
    }

    /** Of one kind, as far as the viewer sees them; {@link Candidate#at} says which of the people each resembles. */
    List<Candidate> find(Viewer viewer, PersonKind kind, List<NamedPerson> people) {
        if (!viewer.can(kind.permission())) {
            return List.of();
        }
        Scope scope = viewer.scope(kind.noun());
        boolean lead = kind == PersonKind.LEAD;
        String sql = ASKED
                + SAME.formatted(kind.noun())
                + OTHERS.get(kind)
                + """
                alike as (select at, bit_or(sign) as signs, id from found group by at, id)
                select f.at, '%2$s' as kind, r.id, f.signs, coalesce(lower(%3$s), '') as name, r.no_email and r.no_call as mute,
                       %4$s as contact_id, %5$s as customer_id
                from alike f join %1$s r on r.id = f.id where %6$s
                order by f.at, r.id""".formatted(
                                kind.noun(),
                                kind,
                                lead ? "r.full_name" : "r.name",
                                lead ? "r.contact_id" : "null::bigint",
                                lead ? "r.customer_id" : "null::bigint",
                                scope.sql("r"));
        return database.sql(sql)
                .params(scope.parameters())
                .param("ats", range(people.size()))
                .param("references", texts(people, NamedPerson::reference))
                .param("emails", texts(people, NamedPerson::email))
                .param("phones", texts(people, NamedPerson::phone))
                .param("names", texts(people, NamedPerson::name))
                .param("companies", texts(people, NamedPerson::company))
                .query(Candidate.class)
                .list();
    }

    private static Integer[] range(int size) {
        Integer[] all = new Integer[size];
        for (int at = 0; at < size; at++) {
            all[at] = at;
        }
        return all;
    }

    private static String[] texts(List<NamedPerson> people, Function<NamedPerson, String> text) {
        return people.stream().map(text).toArray(String[]::new);
    }
}
