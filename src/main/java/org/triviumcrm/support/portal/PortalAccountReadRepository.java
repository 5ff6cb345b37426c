package org.triviumcrm.support.portal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Accounts of the portal as colleagues see them: those of contacts that they see. */
@Repository
public class PortalAccountReadRepository {

    private static final String PAGE = """
            select a.*, k.name as contact, c.name as customer, p.name as inviter,
                   k.id is not null and k.customer_id is not distinct from a.customer_id as works
            from portal_account a
            left join contact k on k.id = a.contact_id
            left join customer c on c.id = a.customer_id
            left join person p on p.id = a.invited_by
            where %s""";

    private final JdbcClient database;

    PortalAccountReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** A contact of a customer, with what it has in the portal. */
    public record Member(
            long contactId,
            String name,
            @Nullable String email,
            @Nullable Long accountId,
            @Nullable String state) {

        public @Nullable AccountState standing() {
            return state == null ? null : AccountState.valueOf(state);
        }
    }

    Optional<PortalAccountPage> find(long id) {
        return database.sql(PAGE.formatted("a.id = :id"))
                .param("id", id)
                .query((row, number) -> page(row))
                .optional();
    }

    /** The one that works, or may work again, goes before what was revoked. */
    Optional<PortalAccountPage> ofContact(long contactId) {
        return database.sql(
                        PAGE.formatted("a.contact_id = :contact") + " order by a.state = 'REVOKED', a.id desc limit 1")
                .param("contact", contactId)
                .query((row, number) -> page(row))
                .optional();
    }

    /** Empty when the viewer does not see such a contact. */
    Optional<InvitedContact> contact(Viewer viewer, long id) {
        Scope scope = viewer.scope("contact");
        return database.sql("""
                        select k.id, k.name, nullif(trim(k.email), '') as email, k.customer_id, c.name as customer
                        from contact k left join customer c on c.id = k.customer_id where k.id = :id and %s""".formatted(scope.sql("k")))
                .param("id", id)
                .params(scope.parameters())
                .query(InvitedContact.class)
                .optional();
    }

    /** Those that the viewer sees, who are in the portal first. */
    List<Member> members(Viewer viewer, long customerId, int most) {
        Scope scope = viewer.scope("contact");
        return database.sql("""
                        select k.id as contact_id, k.name, k.email, a.id as account_id, a.state
                        from contact k
                        left join lateral (select * from portal_account a where a.contact_id = k.id and a.customer_id = k.customer_id
                                           order by a.state = 'REVOKED', a.id desc limit 1) a on true
                        where k.customer_id = :customer and %s
                        order by a.id is null, k.name, k.id limit :most""".formatted(scope.sql("k")))
                .param("customer", customerId)
                .param("most", most)
                .params(scope.parameters())
                .query(Member.class)
                .list();
    }

    private static PortalAccountPage page(ResultSet row) throws SQLException {
        return new PortalAccountPage(
                row.getLong("id"),
                row.getObject("contact_id", Long.class),
                row.getString("contact"),
                row.getObject("customer_id", Long.class),
                row.getString("customer"),
                row.getString("name"),
                row.getString("email"),
                row.getString("language"),
                row.getBoolean("whole_customer"),
                AccountState.valueOf(row.getString("state")),
                row.getBoolean("works"),
                row.getString("inviter"),
                Objects.requireNonNull(instant(row, "invited_at")),
                instant(row, "last_sign_in_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
