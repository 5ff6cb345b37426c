package org.triviumcrm.support.portal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who can sign in to the portal, and who is signed in. */
@Repository
class PortalCustomerRepository {

    /** Of an account a with its contact k: it can be used. */
    static final String WORKS =
            "a.state = 'ACTIVE' and k.id is not null and k.customer_id is not distinct from a.customer_id";

    private final JdbcClient database;

    PortalCustomerRepository(JdbcClient database) {
        this.database = database;
    }

    /** What the sign-in knows of an account. */
    record Credential(long id, int generation, @Nullable String passwordHash, boolean works) {}

    /** Empty when the account does not work, when it is over for this session, and while the portal is closed. */
    Optional<PortalCustomer> find(SignedInCustomer signedIn) {
        return database.sql("""
                        select a.id, a.contact_id, a.customer_id, c.name as customer, a.whole_customer, a.name, a.email, a.language, o.name as company, o.time_zone,
                               s.agent_names
                        from portal_account a
                        join contact k on k.id = a.contact_id
                        left join customer c on c.id = a.customer_id
                        join portal_setting s on s.active
                        left join company o on true
                        where a.id = :id and a.generation = :generation and %s""".formatted(WORKS))
                .param("id", signedIn.accountId())
                .param("generation", signedIn.generation())
                .query((row, number) -> {
                    String zone = row.getString("time_zone");
                    String company = row.getString("company");
                    return new PortalCustomer(
                            row.getLong("id"),
                            row.getLong("contact_id"),
                            row.getObject("customer_id", Long.class),
                            row.getString("customer"),
                            row.getBoolean("whole_customer"),
                            row.getString("name"),
                            row.getString("email"),
                            Locale.forLanguageTag(row.getString("language")),
                            zone == null ? ZoneOffset.UTC : ZoneId.of(zone),
                            company == null ? "" : company,
                            row.getBoolean("agent_names"));
                })
                .optional();
    }

    Optional<Credential> credential(String email) {
        return database.sql("""
                        select a.id, a.generation, a.password_hash, %s as works
                        from portal_account a left join contact k on k.id = a.contact_id
                        where a.email = :email and a.state <> 'REVOKED'""".formatted(WORKS))
                .param("email", email)
                .query(Credential.class)
                .optional();
    }

    void signedIn(long id, Instant now) {
        database.sql("update portal_account set last_sign_in_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
