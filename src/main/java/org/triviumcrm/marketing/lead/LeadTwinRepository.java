package org.triviumcrm.marketing.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.people.PersonKind;

/**
 * Finds leads, contacts and customers that may be the same person, by one index for each way of being alike. One is looked for as many
 * are: in one statement.
 */
@Repository
class LeadTwinRepository {

    private static final String SCOPED = ":scope";

    /** Each of them is looked up by itself: the planner knows too little of the indexes' expressions to join them. */
    private static final String TWINS = """
            with asked as materialized (
                select a.at, a.self, s.contact_id, s.customer_id, a.email collate "C" as email, a.phone, a.name collate "C" as name,
                       a.company collate "C" as company
                from unnest(:ats::int[], :selves::bigint[], :emails::text[], :phones::text[], :names::text[], :companies::text[])
                    as a (at, self, email, phone, name, company)
                left join lead s on s.id = a.self
            ), found as materialized (
                select a.at, 'LEAD' as kind, 1 as sign, f.id from asked a cross join lateral (
                    select r.id from lead r where lower(r.email) collate "C" = a.email limit 50) f where a.email <> ''
                union all
                select a.at, 'LEAD', 2, f.id from asked a cross join lateral (
                    select r.id from lead r where right(search_digits(r.phone), 10) = a.phone and r.phone is not null limit 50) f
                where a.phone <> ''
                union all
                select a.at, 'LEAD', 4, f.id from asked a cross join lateral (
                    select r.id from lead r where lower(r.full_name) collate "C" = a.name and lower(r.company) = a.company limit 50) f
                where a.name <> '' and a.company <> ''
                union all
                select a.at, 'CONTACT', 1, f.id from asked a cross join lateral (
                    select r.id from contact r where lower(r.email) collate "C" = a.email limit 50) f where a.email <> ''
                union all
                select a.at, 'CONTACT', 2, f.id from asked a cross join lateral (
                    select r.id from contact r where right(search_digits(r.phone), 10) = a.phone and r.phone is not null limit 50) f
                where a.phone <> ''
                union all
                select a.at, 'CONTACT', 2, f.id from asked a cross join lateral (
                    select r.id from contact r where right(search_digits(r.mobile), 10) = a.phone and r.mobile is not null limit 50) f
                where a.phone <> ''
                union all
                select a.at, 'CONTACT', 4, f.id from asked a cross join lateral (
                    select r.id from customer k join contact r on r.customer_id = k.id
                    where lower(k.name) collate "C" = a.company and lower(r.name) collate "C" = a.name limit 50) f
                where a.name <> '' and a.company <> ''
                union all
                select a.at, 'CUSTOMER', 1, f.id from asked a cross join lateral (
                    select r.id from customer r where lower(r.email) collate "C" = a.email limit 50) f where a.email <> ''
                union all
                select a.at, 'CUSTOMER', 2, f.id from asked a cross join lateral (
                    select r.id from customer r where right(search_digits(r.phone), 10) = a.phone and r.phone is not null limit 50) f
                where a.phone <> ''
                union all
                select a.at, 'CUSTOMER', 4, f.id from asked a cross join lateral (
                    select r.id from customer r
                    where lower(r.name) collate "C" = case a.name when '' then a.company else a.name end limit 50) f
                where (a.name = '' or a.company = '' or a.name = a.company) and a.name || a.company <> ''
            ), alike as (
                select at, kind, id, bit_or(sign) as signs from found group by at, kind, id
            ), twin as (
                select f.at, 1 as place, f.kind, r.id, r.name, k.name as company, null::text as state, r.owner_id, f.signs
                from alike f join asked a on a.at = f.at join contact r on f.kind = 'CONTACT' and r.id = f.id
                left join customer k on k.id = r.customer_id
                where r.id is distinct from a.contact_id and %1$s
                union all
                select f.at, 2, f.kind, r.id, r.name, null, null, r.owner_id, f.signs
                from alike f join asked a on a.at = f.at join customer r on f.kind = 'CUSTOMER' and r.id = f.id
                where r.id is distinct from a.customer_id and %2$s
                union all
                select f.at, 3, f.kind, r.id, r.name, r.company, r.state, r.owner_id, f.signs
                from alike f join asked a on a.at = f.at join lead r on f.kind = 'LEAD' and r.id = f.id
                where r.id <> a.self and %3$s
            )
            select t.at, t.kind, t.id, t.name, t.company, t.state, w.name as owner, t.signs & 1 <> 0 as same_email, t.signs & 2 <> 0 as same_phone,
                   t.signs & 4 <> 0 as same_name
            from (select t.*, row_number() over (partition by t.at order by t.place, t.id desc) as n from twin t) t
            left join person w on w.id = t.owner_id
            where t.n <= :limit order by t.at, t.place, t.id desc""";

    private final JdbcClient database;

    LeadTwinRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * Those that the viewer sees: contacts, customers, then leads, the newest first.
     *
     * @param limit of how many for each of the described
     */
    List<LeadTwin> of(Viewer viewer, List<DescribeLead> described, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        return database.sql(TWINS.formatted(
                        seen(viewer, PersonKind.CONTACT, parameters),
                        seen(viewer, PersonKind.CUSTOMER, parameters),
                        seen(viewer, PersonKind.LEAD, parameters)))
                .param("ats", IntStream.range(0, described.size()).boxed().toArray(Integer[]::new))
                .param(
                        "selves",
                        described.stream()
                                .map(one -> Objects.requireNonNullElse(one.id(), 0L))
                                .toArray(Long[]::new))
                .param("emails", texts(described, DescribeLead::foldedEmail))
                .param("phones", texts(described, DescribeLead::digits))
                .param("names", texts(described, DescribeLead::foldedName))
                .param("companies", texts(described, DescribeLead::foldedCompany))
                .param("limit", limit)
                .params(parameters)
                .query(LeadTwin.class)
                .list();
    }

    private static String[] texts(List<DescribeLead> described, Function<DescribeLead, String> text) {
        return described.stream().map(text).toArray(String[]::new);
    }

    /** The scopes of three kinds stand in one statement: each has names of its own. */
    private static String seen(Viewer viewer, PersonKind kind, Map<String, Object> parameters) {
        Scope scope = viewer.can(kind.permission()) ? viewer.scope(kind.noun()) : new Scope.Nothing();
        scope.parameters()
                .forEach((name, value) -> parameters.put(kind.noun() + name.substring(SCOPED.length() - 1), value));
        return scope.sql("r").replace(SCOPED, ":" + kind.noun());
    }
}
