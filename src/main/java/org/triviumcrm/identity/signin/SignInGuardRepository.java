package org.triviumcrm.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignInGuard;

/**
 * Slows down whoever guesses passwords, for an account and for an address, over all nodes: the counts live in the
 * database. It counts names that do not exist as well, so that being slowed tells nothing.
 */
@Repository
class SignInGuardRepository implements SignInGuard {

    /** Leaves room for an address in a subject; sign-in names are shorter. */
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInGuardRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts an attempt before its password is looked at, so that many at once can't slip through together; false when
     * the account or the address has to wait.
     *
     * @param familiar an address where the account's person has signed in before. These attempts are counted apart, so
     *     that whoever guesses elsewhere does not close the account to its owner.
     */
    @Override
    @Transactional
    public boolean admit(String account, boolean familiar, String address) {
        boolean accountOpen = count(account(account, familiar, address), SignInPace.ACCOUNT);
        boolean addressOpen = count(address(address), SignInPace.ADDRESS);
        return accountOpen && addressOpen;
    }

    /** The right password ends the row of an account; from that of an address it only takes its own attempt. */
    @Override
    @Transactional
    public void succeeded(String account, boolean familiar, String address) {
        jdbc.sql("delete from sign_in_guard where subject = ?")
                .param(account(account, familiar, address))
                .update();
        jdbc.sql("""
                update sign_in_guard
                   set failures = failures - 1, closed_until = case when failures - 1 >= ? then closed_until end
                 where subject = ?""").params(SignInPace.ADDRESS.free(), address(address)).update();
    }

    /** Drops what is no longer counted. */
    @Transactional
    int forget() {
        return jdbc.sql("delete from sign_in_guard where last_failure < ? and coalesce(closed_until, last_failure) < ?")
                .params(at(clock.instant().minus(SignInPace.MEMORY)), now())
                .update();
    }

    private boolean count(String subject, SignInPace pace) {
        Counted counted = jdbc.sql("""
                insert into sign_in_guard as g (subject, failures, last_failure) values (:subject, 1, :now)
                on conflict (subject) do update
                   set failures = case when g.closed_until > :now then g.failures
                                       when g.last_failure < :forgotten then 1
                                       else g.failures + 1 end,
                       last_failure = case when g.closed_until > :now then g.last_failure else :now end
                returning failures, coalesce(closed_until > :now, false) as closed""")
                .param("subject", subject)
                .param("now", now())
                .param("forgotten", at(clock.instant().minus(SignInPace.MEMORY)))
                .query(Counted.class)
                .single();
        if (!counted.closed()) {
            jdbc.sql("update sign_in_guard set closed_until = ? where subject = ?")
                    .params(at(clock.instant().plus(pace.waitAfter(counted.failures()))), subject)
                    .update();
        }
        return !counted.closed();
    }

    private record Counted(int failures, boolean closed) {}

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String account(String name, boolean familiar, String address) {
        String subject = "name:" + Device.cut(name.strip().toLowerCase(Locale.ROOT), LONGEST_NAME);
        return familiar ? "at:" + Device.plain(address) + " " + subject : subject;
    }

    private static String address(String address) {
        return "address:" + Device.plain(address);
    }
}
