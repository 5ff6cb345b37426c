package org.triviumcrm.identity.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The list of people. */
@Repository
class PersonListRepository {

    /** Who a {@link PersonFilter} finds among {@code person p}; its values come from {@link #bind}. */
    static final String CONDITION = """
             where (:typed = '' or lower(p.name) like :like or p.sign_in_name like :like or lower(p.email) like :like)
               and (:active::boolean is null or p.active = :active)
               and (:role::bigint is null
                    or exists (select 1 from person_role pr where pr.person_id = p.id and pr.role_id = :role))
               and (:team::bigint is null or p.team_id in (
                    with recursive reached as (
                        select id from team where id = :team
                        union
                        select t.id from team t join reached r on t.parent_id = r.id)
                    select id from reached))
               and (not :never or not exists (
                    select 1 from sign_in s where s.person_id = p.id and s.outcome = 'SIGNED_IN'))
            """;

    private final JdbcClient jdbc;

    PersonListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PersonPage page(PersonFilter filter) {
        List<PersonPage.Row> rows = new ArrayList<>(
                bound(filter, """
                select p.id, p.name, p.sign_in_name, p.email, t.name as team, p.active,
                       p.password_hash is not null as has_password,
                       array(select role_id from person_role where person_id = p.id order by role_id) as roles,
                       (select max(s.at) from sign_in s
                         where s.person_id = p.id and s.outcome = 'SIGNED_IN') as last_seen
                  from person p left join team t on t.id = p.team_id
                """ + CONDITION + " order by lower(p.name), p.id limit :limit offset :offset")
                        .param("limit", PersonFilter.SIZE + 1)
                        .param("offset", filter.number() * PersonFilter.SIZE)
                        .query(PersonListRepository::row)
                        .list());
        long count = bound(filter, "select count(*) from person p" + CONDITION)
                .query(Long.class)
                .single();
        boolean more = rows.size() > PersonFilter.SIZE;
        if (more) {
            rows.remove(PersonFilter.SIZE);
        }
        return new PersonPage(
                rows,
                filter.number() > 0 ? filter.link(filter.number() - 1) : null,
                more ? filter.link(filter.number() + 1) : null,
                count);
    }

    /** Whether anybody active but this person has the role. */
    boolean hasAnother(long roleId, long personId) {
        return jdbc.sql("""
                select exists (select 1 from person p join person_role pr on pr.person_id = p.id
                                where pr.role_id = ? and p.active and p.id <> ?)""").params(roleId, personId).query(Boolean.class).single();
    }

    private StatementSpec bound(PersonFilter filter, String sql) {
        return bind(jdbc.sql(sql), filter);
    }

    static StatementSpec bind(StatementSpec spec, PersonFilter filter) {
        String typed = filter.typed().toLowerCase(Locale.ROOT);
        return spec.param("typed", typed)
                .param("like", "%" + typed.replaceAll("([%_\\\\])", "\\\\$1") + "%")
                .param("active", filter.active(), Types.BOOLEAN)
                .param("never", filter.neverSignedIn())
                .param("role", filter.role(), Types.BIGINT)
                .param("team", filter.team(), Types.BIGINT);
    }

    private static PersonPage.Row row(ResultSet row, int number) throws SQLException {
        return new PersonPage.Row(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sign_in_name"),
                row.getString("email"),
                row.getString("team"),
                List.of((Long[]) row.getArray("roles").getArray()),
                row.getBoolean("active"),
                row.getBoolean("has_password"),
                instant(row.getObject("last_seen", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
