package org.triviumcrm.support.portal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lets customers choose a password, and who has asked for that. */
@Repository
class PortalKeyRepository {

    private final JdbcClient database;

    PortalKeyRepository(JdbcClient database) {
        this.database = database;
    }

    /** A letter with a key, as things are. */
    record Sent(
            long accountId,
            boolean invitation,
            String name,
            String language,
            @Nullable Long invitedBy,
            @Nullable String inviter,
            OffsetDateTime expiresAt) {}

    /** A new one, after which all others of the account are worth nothing. */
    long add(long accountId, boolean invitation, Instant now, Instant expires) {
        forget(accountId);
        return database.sql("""
                        insert into portal_key (account_id, kind, created_at, expires_at) values (:account, :kind, :now, :expires) returning id""")
                .param("account", accountId)
                .param("kind", invitation ? "INVITATION" : "PASSWORD")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void forget(long accountId) {
        database.sql("delete from portal_key where account_id = ?")
                .param(accountId)
                .update();
    }

    boolean hasSince(long accountId, Instant since) {
        return database.sql(
                        "select exists (select 1 from portal_key where account_id = :account and created_at > :since)")
                .param("account", accountId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What its letter says; empty when it is worth nothing any more. */
    Optional<Sent> sent(long id, Instant now) {
        return database.sql("""
                        select a.id as account_id, y.kind = 'INVITATION' as invitation, a.name, a.language, a.invited_by, p.name as inviter, y.expires_at
                        from portal_key y
                        join portal_account a on a.id = y.account_id and a.state in ('INVITED', 'ACTIVE')
                        left join person p on p.id = a.invited_by
                        where y.id = :id and y.expires_at > :now""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Sent.class)
                .optional();
    }

    void seal(long id, String hash) {
        database.sql("update portal_key set hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id)
                .update();
    }

    /** Whose it is, while it is worth something. */
    Optional<Long> account(String hash, Instant now) {
        return database.sql("""
                        select a.id from portal_key y
                        join portal_account a on a.id = y.account_id and a.state in ('INVITED', 'ACTIVE')
                        join contact k on k.id = a.contact_id and k.customer_id is not distinct from a.customer_id
                        where y.hash = :hash and y.expires_at > :now""")
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** False when somebody else has used it in the meantime. */
    boolean use(String hash) {
        return database.sql("delete from portal_key where hash = ?").param(hash).update() > 0;
    }

    void ask(String email, Instant now) {
        database.sql("insert into portal_forgotten (email, at) values (:email, :now)")
                .param("email", email)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The addresses for which somebody has asked; whoever takes them deals with them. */
    List<String> takeAsked(int most) {
        return database.sql("""
                        delete from portal_forgotten where id in (select id from portal_forgotten order by id limit :most for update skip locked)
                        returning email""").param("most", most).query(String.class).list();
    }

    int removeOld(Instant now) {
        return database.sql("delete from portal_key where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
